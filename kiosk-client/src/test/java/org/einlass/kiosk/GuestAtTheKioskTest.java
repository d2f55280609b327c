package org.einlass.kiosk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.guest.GuestName;
import org.einlass.kiosk.sync.WireJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guest says of name and photographs at a whole kiosk with its disk and printer. */
final class GuestAtTheKioskTest {
    private static final int GUEST = 7;
    private static final int OTHER = 8;
    private static final EventPrivateKey SERVER = EventPrivateKey.next(new Random(3));
    private static final GuestName WRONG = new GuestName("Änne", "Müller-Lüdenscheidt");
    private static final GuestName RIGHT = new GuestName("Anne", "Müller-Lüdenscheid");

    private static final OrganiserQuestion MEAL = new OrganiserQuestion(
            "Essen",
            new Wording("Was möchten Sie essen?", "What would you like to eat?"),
            List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat")));
    private static final OrganiserQuestion BUS = new OrganiserQuestion(
            "Bus", Wording.same("Bus?"), List.of(new Wording("ja", "yes"), new Wording("nein", "no")));

    @TempDir
    private Path folder;

    private final Screen screen = new Screen();
    private FakeServer server;
    private Kiosk kiosk;

    @BeforeEach
    void openServer() throws IOException {
        server = new FakeServer();
        server.invites(List.of(SampleRoster.row(GUEST, RegistrationStatus.CONFIRMED, 1)));
        server.says(Sample.ticket(GUEST).text(), scan -> Sample.admitted(scan, Sample.badge(GUEST, false)));
    }

    @AfterEach
    void close() {
        kiosk.close();
        server.close();
    }

    @Test
    void theCorrectedBadgeIsPrintedWithTheCodeItHadAndOnlyTheServerReadsTheName() throws Exception {
        open(spelling());
        EntryId scan = shows();
        assertThat(kiosk.nameToCorrect(scan)).contains(WRONG);

        assertThat(correct(scan, RIGHT)).isTrue();

        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("corrected");
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        JournalEntry.SpellingCorrected entry =
                only(JournalEntry.SpellingCorrected.class).get(0);
        assertThat(entry.scan()).isEqualTo(scan);
        assertThat(entry.head().operator()).isNull();
        assertThat(letter(entry).corrections())
                .containsExactly(
                        new FieldCorrection(AttendeeField.GIVEN_NAME, "Änne", "Anne"),
                        new FieldCorrection(AttendeeField.FAMILY_NAME, "Müller-Lüdenscheidt", "Müller-Lüdenscheid"));
        assertThat(only(JournalEntry.Printed.class))
                .filteredOn(print -> print.stage() == PrintStage.PRINTED)
                .hasSize(2)
                .extracting(JournalEntry.Printed::badge)
                .containsOnly(Sample.SALT.lookupId(Sample.badgeCode(GUEST)));
        assertThat(kiosk.nameToCorrect(scan)).as("once a guest").isEmpty();
        assertThat(correct(scan, WRONG)).isFalse();
        assertThatTheDiskKnowsNoName();
    }

    @Test
    void itIsJournalledAndPrintedWithoutANetworkToo() throws Exception {
        open(spelling());
        server.goesDark(true);
        EntryId scan = shows();

        assertThat(correct(scan, RIGHT)).isTrue();
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("corrected");
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        assertThat(only(JournalEntry.SpellingCorrected.class)).isEmpty();

        server.goesDark(false);
        assertThat(kiosk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(only(JournalEntry.SpellingCorrected.class)).hasSize(1);
    }

    @Test
    void anotherPersonsNameIsADesksWork() throws Exception {
        open(spelling());
        EntryId scan = shows();

        assertThat(correct(scan, new GuestName("Bernd", "Schulze"))).isFalse();

        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        assertThat(only(JournalEntry.SpellingCorrected.class)).isEmpty();
        assertThat(correct(scan, RIGHT))
                .as("the guest may still correct a letter")
                .isTrue();
    }

    @Test
    void nobodyCorrectsWhereTheOrganiserDoesNotAllowItOrManyWait() throws Exception {
        open(Sample.sheet());
        assertThat(kiosk.nameToCorrect(shows())).isEmpty();
        kiosk.close();

        server.assigns(spelling().withRush(true));
        open(spelling().withRush(true));
        assertThat(kiosk.nameToCorrect(shows())).isEmpty();
    }

    @Test
    void theNameLeavesWithItsGuest() throws Exception {
        open(spelling());
        EntryId scan = shows();

        kiosk.screenEnded(scan);
        kiosk.isOnline().get(30, TimeUnit.SECONDS);

        assertThat(kiosk.nameToCorrect(scan)).isEmpty();
        assertThat(correct(scan, RIGHT)).isFalse();
    }

    @Test
    void whoSaysNoToPhotographsHasTheSignOnTheBadgeAndWaitsForNobody() throws Exception {
        screen.canAsk = true;
        open(asking());
        EntryId scan = isAsked();
        assertThat(badges()).as("the badge waits").isEmpty();

        kiosk.answerPhotographs(scan, PhotoConsent.NO);

        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        assertThat(only(JournalEntry.PhotoAnswered.class))
                .extracting(JournalEntry.PhotoAnswered::scan, JournalEntry.PhotoAnswered::answer)
                .containsExactly(tuple(scan, PhotoConsent.NO));
        kiosk.answerPhotographs(scan, PhotoConsent.YES);
        kiosk.isOnline().get(30, TimeUnit.SECONDS);
        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        assertThat(only(JournalEntry.PhotoAnswered.class)).as("once").hasSize(1);
        assertThat(badges()).hasSize(1);
    }

    @Test
    void whoSaysNothingOrLeavesOrIsFollowedGetsTheBadgeWithoutAConsent() throws Exception {
        screen.canAsk = true;
        open(asking());
        EntryId silent = isAsked();
        kiosk.answerPhotographs(silent, PhotoConsent.NOT_RECORDED);
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        kiosk.screenEnded(silent);

        EntryId leaves = isAsked();
        kiosk.screenEnded(leaves);
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");

        isAsked();
        kiosk.cleared();
        kiosk.read(Sample.ticket(OTHER).text());
        assertThat(screen.passed.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        assertThat(only(JournalEntry.PhotoAnswered.class)).isEmpty();
    }

    /** The disk as it is at that moment, in another machine, with the server and without it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNextScanPrintsTheBadgeOfWhomThePowerWasCutWhileTheQuestionStood(boolean online) throws Exception {
        screen.canAsk = true;
        open(asking());
        isAsked();
        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30)))
                .as("the arrival is known")
                .isTrue();
        copy(folder.resolve("store"), folder.resolve("saved"));
        kiosk.close();
        assertThat(badges()).as("the badge waited").isEmpty();

        screen.canAsk = false;
        server.goesDark(!online);
        open(asking(), "saved");
        shows();
        kiosk.cleared();
        assertThat(badges()).hasSize(1);

        server.goesDark(false);
        assertThat(kiosk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(only(JournalEntry.Printed.class))
                .filteredOn(print -> print.stage() == PrintStage.PRINTED)
                .hasSize(1);
        assertThat(only(JournalEntry.PhotoAnswered.class)).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void nobodyIsAskedInARushOrWhereNobodyCanAnswerAndTheBadgeComesAtOnce() throws Exception {
        screen.canAsk = true;
        open(asking().withRush(true));
        shows();
        kiosk.close();
        screen.canAsk = false;
        open(asking());
        shows();

        assertThat(screen.asked).isEmpty();
    }

    @Test
    void theOrganisersQuestionIsAskedWhileTheBadgeComesAndOnlyTheServerReadsTheAnswer() throws Exception {
        screen.canAsk = true;
        open(asking(MEAL));
        EntryId scan = shows();
        assertThat(screen.questions.poll(30, TimeUnit.SECONDS)).containsExactly(MEAL);
        assertThat(kiosk.nameToCorrect(scan))
                .as("the letter box alone allows no spelling")
                .isEmpty();

        assertThat(answer(scan, "Bus", 0)).as("never asked").isFalse();
        assertThat(answer(scan, "Essen", 2)).as("no such choice").isFalse();
        assertThat(answer(scan, "Essen", 1)).isTrue();
        assertThat(answer(scan, "Essen", 0)).as("once").isFalse();

        assertThat(kiosk.awaitDelivered(Duration.ofSeconds(30))).isTrue();
        assertThat(only(JournalEntry.QuestionAnswered.class)).hasSize(1);
        JournalEntry.QuestionAnswered entry =
                only(JournalEntry.QuestionAnswered.class).get(0);
        assertThat(entry.scan()).isEqualTo(scan);
        assertThat(letter(entry.letter(), entry.head().id()).answers())
                .containsExactly(Map.entry("Essen", "mit Fleisch"));
    }

    @Test
    void anAnswerWithoutANetworkIsDeliveredLaterAndWhoHasLeftAnswersNothing() throws Exception {
        screen.canAsk = true;
        open(asking(MEAL));
        server.goesDark(true);
        EntryId scan = shows();
        assertThat(answer(scan, "Essen", 0)).isTrue();
        assertThat(only(JournalEntry.QuestionAnswered.class)).isEmpty();
        server.goesDark(false);
        assertThat(kiosk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(only(JournalEntry.QuestionAnswered.class)).hasSize(1);

        kiosk.screenEnded(scan);
        assertThat(answer(scan, "Essen", 0)).isFalse();
    }

    @Test
    void nobodyIsAskedTwiceOrInARush() throws Exception {
        server.says(
                Sample.ticket(OTHER).text(),
                scan -> Sample.admitted(scan, Sample.badge(OTHER, false).withAnswered(List.of("Essen"))));
        open(asking(MEAL, BUS));
        kiosk.read(Sample.ticket(OTHER).text());
        assertThat(screen.questions.poll(30, TimeUnit.SECONDS)).containsExactly(BUS);
        kiosk.close();

        open(asking(MEAL).withRush(true));
        EntryId scan = shows();
        assertThat(answer(scan, "Essen", 0)).isFalse();
        assertThat(screen.questions).isEmpty();
    }

    @Test
    void photographsComeFirstAndTheBadgeWaitsForThemAlone() throws Exception {
        screen.canAsk = true;
        open(asking(MEAL)
                .withGuests(new DoorSheet.GuestTexts(null, null, null, null, true, List.of(MEAL)))
                .withLetterBox(SERVER.box()));
        EntryId scan = isAsked();
        assertThat(screen.questions).isEmpty();

        kiosk.answerPhotographs(scan, PhotoConsent.YES);

        assertThat(screen.questions.poll(30, TimeUnit.SECONDS)).containsExactly(MEAL);
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
    }

    private boolean answer(EntryId scan, String question, int choice) throws Exception {
        return kiosk.answerQuestion(scan, question, choice).get(30, TimeUnit.SECONDS);
    }

    private static DoorSheet asking(OrganiserQuestion... questions) {
        return Sample.sheet()
                .withGuests(new DoorSheet.GuestTexts(null, null, null, null, null, List.of(questions)))
                .withLetterBox(SERVER.box());
    }

    private static DoorSheet spelling() {
        return Sample.sheet()
                .withGuests(new DoorSheet.GuestTexts(null, null, null, true, null))
                .withLetterBox(SERVER.box());
    }

    private static DoorSheet asking() {
        return Sample.sheet().withGuests(new DoorSheet.GuestTexts(null, null, null, null, true));
    }

    private EntryId isAsked() throws InterruptedException {
        kiosk.cleared();
        kiosk.read(Sample.ticket(GUEST).text());
        EntryId scan = screen.passed.poll(30, TimeUnit.SECONDS);
        assertThat(screen.asked.poll(30, TimeUnit.SECONDS)).isNotNull().isEqualTo(scan);
        return scan;
    }

    private List<Path> badges() throws IOException {
        Path badges = folder.resolve("badges");
        if (!Files.isDirectory(badges)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(badges)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }

    private void open(DoorSheet sheet) throws Exception {
        open(sheet, "store");
    }

    private void open(DoorSheet sheet, String store) throws Exception {
        server.assigns(sheet);
        Path settings = Files.writeString(
                folder.resolve("kiosk.properties"),
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = " + Sample.EVENT,
                        "door = " + Sample.DOOR,
                        "token = " + FakeServer.TOKEN,
                        "deadline = 10000",
                        "printer = folder:" + folder.resolve("badges"),
                        "store = " + folder.resolve(store)));
        kiosk = KioskFactory.of(KioskSettings.read(settings, Map.of()), screen);
        kiosk.ready().get(1, TimeUnit.MINUTES);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (kiosk.roster().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private EntryId shows() throws InterruptedException {
        kiosk.read(Sample.ticket(GUEST).text());
        EntryId scan = screen.passed.poll(30, TimeUnit.SECONDS);
        assertThat(scan).isNotNull();
        assertThat(screen.events.poll(30, TimeUnit.SECONDS)).isEqualTo("printed");
        return scan;
    }

    private boolean correct(EntryId scan, GuestName now) throws Exception {
        return kiosk.correctName(scan, now).get(30, TimeUnit.SECONDS);
    }

    private <T extends JournalEntry> List<T> only(Class<T> type) {
        return server.entries().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static DeskMessage letter(JournalEntry.SpellingCorrected entry) {
        return letter(entry.letter(), entry.head().id());
    }

    private static DeskMessage letter(SealedDeskMessage letter, EntryId entry) {
        byte[] text = SERVER.open(letter, Sample.EVENT, entry).orElseThrow();
        return WireJson.read(new String(text, UTF_8), DeskMessage.class).orElseThrow();
    }

    private void assertThatTheDiskKnowsNoName() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                assertThat(bytes)
                        .as(file.toString())
                        .doesNotContain("denscheid")
                        .doesNotContain("Anne");
            }
        }
    }

    /** Hears when a guest has passed, and each badge. */
    private static final class Screen implements KioskView {
        private final BlockingQueue<EntryId> passed = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<EntryId> asked = new LinkedBlockingQueue<>();
        private final BlockingQueue<List<OrganiserQuestion>> questions = new LinkedBlockingQueue<>();
        private volatile boolean canAsk;

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shown) {
            passed.add(shown.scan());
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {}

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {
            events.add("printed");
        }

        @Override
        public boolean asksPhotographs(EntryId scan) {
            if (canAsk) {
                asked.add(scan);
            }
            return canAsk;
        }

        @Override
        public void asksQuestions(EntryId scan, List<OrganiserQuestion> open) {
            questions.add(open);
        }

        @Override
        public void nameCorrected(EntryId scan) {
            events.add("corrected");
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            events.add("not printed");
        }
    }
}
