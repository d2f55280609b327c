package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes between at a desk, on its real window: a key pressed twice, a printer that fails, a power cut. */
@Tag("window")
@CacioTest
class DeskInterruptionsTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final SampleGuest GUEST = GUESTS.get(1);

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeDeskServer(GUESTS);
    }

    private void opens(String machine) throws IOException {
        desk = hands(machine);
        desk.opens(GUESTS.size());
    }

    private DeskHands hands(String machine) throws IOException {
        Path home = Files.createDirectories(folder.resolve(machine));
        return new DeskHands(server, home, new Dimension(1280, 800), "de");
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private void shows(SampleGuest guest) {
        desk.scan(guest.ticket().text());
        desk.await(() -> desk.text("person.name").equals(guest.attendee().fullName()));
    }

    private <T extends JournalEntry> List<T> delivered(Class<T> type) {
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        return server.entries().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The desk starts with a file in the way of its badges. @return that file */
    private Path opensWithoutPaper(String machine) throws IOException {
        Path paper = Files.createDirectories(folder.resolve(machine)).resolve("badges");
        Files.writeString(paper, "no paper");
        opens(machine);
        return paper;
    }

    @Test
    void aPrinterThatFailsHoldsUpNobodyAndTheBadgeIsMadeWhenItIsBack() throws Exception {
        Path paper = opensWithoutPaper("without-paper");
        shows(GUEST);

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("aber ohne Namensschild");
        desk.photograph("desk-de-1280-no-paper");
        assertThat(delivered(JournalEntry.Scanned.class))
                .extracting(scan -> scan.outcome().verdict())
                .containsExactly(Verdict.ADMITTED);
        Files.delete(paper);
        desk.press(KeyEvent.VK_F5);
        desk.awaitFocus("form.reason");
        desk.type("2");
        desk.await(() -> desk.badges() >= 1);
    }

    /** What is shown as done before the power fails, and what the journal holds of it: all, and nothing twice. */
    enum Deed {
        FIRST_ARRIVAL_WITHOUT_CODE(JournalEntry.Scanned.class, 1),
        NAMESAKES(JournalEntry.Scanned.class, 1),
        DOUBLE_TAP(JournalEntry.Scanned.class, 1),
        WRONG_PERSON_TAKEN_BACK(JournalEntry.Undone.class, 1),
        SUBSTITUTION(JournalEntry.Substituted.class, 1),
        SUBSTITUTION_TAKEN_BACK(JournalEntry.Undone.class, 2),
        WALK_IN(JournalEntry.WalkedIn.class, 1),
        MISSPELT_NAME_WITH_REPRINT(JournalEntry.Corrected.class, 1),
        LOST_BADGE(JournalEntry.BadgeReissued.class, 1),
        DELEGATION(JournalEntry.Scanned.class, 8),
        SHIFT_CHANGE(JournalEntry.Scanned.class, 2),
        NO_PAPER(JournalEntry.Scanned.class, 1);

        private final Class<? extends JournalEntry> entry;
        private final int times;

        Deed(Class<? extends JournalEntry> entry, int times) {
            this.entry = entry;
            this.times = times;
        }
    }

    private void does(Deed deed) {
        switch (deed) {
            case FIRST_ARRIVAL_WITHOUT_CODE -> {
                desk.type("maximiliane");
                desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));
                checkIn();
            }
            case NAMESAKES -> {
                desk.type("müller");
                desk.await(() -> desk.rows().size() > 2);
                String second = desk.rows().get(1);
                desk.press(KeyEvent.VK_DOWN);
                desk.await(() -> desk.text("person.name").equals(second));
                checkIn();
            }
            case DOUBLE_TAP -> {
                shows(GUEST);
                desk.press(KeyEvent.VK_ENTER);
                checkIn();
                desk.press(KeyEvent.VK_ENTER);
                assertThat(desk.badges()).isEqualTo(1);
            }
            case WRONG_PERSON_TAKEN_BACK -> {
                shows(GUEST);
                checkIn();
                takeBack();
            }
            case SUBSTITUTION, SUBSTITUTION_TAKEN_BACK -> {
                shows(GUEST);
                desk.press(KeyEvent.VK_F7);
                fill();
                if (deed == Deed.SUBSTITUTION_TAKEN_BACK) {
                    takeBack();
                }
            }
            case WALK_IN -> {
                desk.press(KeyEvent.VK_F8);
                fill();
            }
            case MISSPELT_NAME_WITH_REPRINT -> {
                shows(GUEST);
                checkIn();
                desk.press(KeyEvent.VK_F4);
                desk.awaitFocus("form.TITLE");
                desk.type("dr");
                desk.press(KeyEvent.VK_ENTER);
                desk.await(() -> desk.badges() == 2);
            }
            case LOST_BADGE -> {
                shows(GUEST);
                checkIn();
                desk.press(KeyEvent.VK_F5);
                desk.awaitFocus("form.reason");
                desk.type("1");
                desk.await(() -> desk.badges() == 2);
            }
            case DELEGATION -> delegation();
            case SHIFT_CHANGE -> {
                shows(GUEST);
                checkIn();
                desk.pressShift(KeyEvent.VK_F12);
                desk.changesTo("helfer-4", "0815");
                shows(GUESTS.get(2));
                checkIn();
            }
            case NO_PAPER -> {
                shows(GUEST);
                desk.press(KeyEvent.VK_ENTER);
                desk.awaitNotice("aber ohne Namensschild");
            }
        }
    }

    private void takeBack() {
        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen");
    }

    /** Eight of a house of eight or more. */
    private void delegation() {
        SampleGuest leader = GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
                .filter(guest -> size(guest.attendee().organisation()) >= 8
                        && size(guest.attendee().organisation()) <= 24)
                .findFirst()
                .orElseThrow();
        shows(leader);
        desk.pressShift(KeyEvent.VK_F7);
        desk.awaitFocus("form.member.1");
        for (long member = 1; member <= size(leader.attendee().organisation()); member++) {
            desk.awaitFocus("form.member." + member);
            if (member > 8) {
                desk.press(KeyEvent.VK_SPACE);
            }
            desk.press(KeyEvent.VK_DOWN);
        }
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Alle 8 der Delegation");
    }

    private static long size(String organisation) {
        return organisation.isBlank()
                ? 0
                : GUESTS.stream()
                        .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
                        .filter(guest -> guest.attendee().organisation().equals(organisation))
                        .count();
    }

    private void checkIn() {
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
    }

    private void fill() {
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("linh");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.FAMILY_NAME");
        desk.type("nguyen");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("linh nguyen ist eingecheckt. Das Namensschild ist gedruckt");
    }

    /** The disk as it is at this moment goes on in another machine; nothing of the program ends by itself. */
    @ParameterizedTest
    @MethodSource("deeds")
    void whatWasShownAsDoneOutlivesAPowerCut(Deed deed, boolean online) throws Exception {
        if (deed == Deed.NO_PAPER) {
            opensWithoutPaper("before");
        } else {
            opens("before");
        }
        if (!online) {
            server.fallsSilent();
        }
        does(deed);

        Path after = folder.resolve("after");
        copy(folder.resolve("before"), after);
        desk.close();
        server.comesBack();
        desk = hands("after");
        desk.await(() -> desk.isShowing("operator"));

        List<? extends JournalEntry> kept = delivered(deed.entry);
        assertThat(kept).as("all of it, and nothing twice").hasSize(deed.times);
        if (deed == Deed.SHIFT_CHANGE) {
            assertThat(kept)
                    .extracting(entry -> String.valueOf(entry.head().operator()))
                    .containsExactlyInAnyOrder("helferin-3", "helfer-4");
        }
        assertThat(desk.text("person.name")).as("nobody on a locked screen").startsWith("Bitte Namen tippen");
    }

    /** Each deed with or without a server, in turn; each both ways with {@code -Deinlass.desk.all=true}. */
    private static Stream<Arguments> deeds() {
        boolean all = Boolean.getBoolean("einlass.desk.all");
        Deed[] deeds = Deed.values();
        return IntStream.range(0, 2 * deeds.length)
                .filter(way -> all || way % 4 == 0 || way % 4 == 3)
                .mapToObj(way -> Arguments.of(deeds[way / 2], way % 2 == 0));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else if (!file.getFileName().toString().endsWith(".properties") && !file.endsWith("badges")) {
                Files.copy(file, copy);
            }
        }
    }
}
