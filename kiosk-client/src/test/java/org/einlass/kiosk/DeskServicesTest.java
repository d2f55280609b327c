package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.desk.state.DeskDocument;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desk does beside single guests, on its real window: calls for help, lists, delegations, spare badges. */
@Tag("window")
@CacioTest
class DeskServicesTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final SampleGuest GUEST = GUESTS.get(1);
    /** Its number in the menu of what the desk makes by itself. */
    private static final int UNLOCK_CARD = 4;

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;

    private void open(String language, int width, int height) throws Exception {
        server = new FakeDeskServer(GUESTS);
        desk = new DeskHands(server, folder, new Dimension(width, height), language);
        desk.opens(GUESTS.size());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static HelpCall call(String place, HelpReason reason) {
        return new HelpCall(
                SampleEntries.id(),
                new DeviceId("kiosk-1"),
                place,
                reason,
                Sample.MORNING.minus(Duration.ofMinutes(2)),
                null,
                null,
                false);
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void comesToWhoeverCallsForHelpByOneKey(String language, int width, int height) throws Exception {
        open(language, width, height);
        assertThat(desk.isShowing("help")).isFalse();
        server.calls(List.of(call("Kiosk 3", HelpReason.GUEST), call("Saal 2", HelpReason.URGENT)));
        desk.await(() -> desk.isShowing("help") && desk.size("help") == 2);
        desk.photograph("desk-" + language + "-" + width + "-help");

        desk.pressShift(KeyEvent.VK_F2);
        desk.awaitNotice("Kiosk 3");
        desk.await(() -> server.calls().get(0).isAcknowledged());
        assertThat(server.calls().get(1).isAcknowledged()).isFalse();
        desk.await(() -> desk.find("helpEnd").isEnabled());
        desk.pressShift(KeyEvent.VK_F3);
        desk.await(() -> desk.size("help") == 1);
        server.fallsSilent();
        desk.pressShift(KeyEvent.VK_F2);
        desk.awaitNotice("Saal 2");

        assertThat(desk.text("notice.symbol")).isEqualTo("!");
        server.comesBack();
    }

    @Test
    void endsNoCallToWhichAnotherDeskComes() throws Exception {
        open("de", 1280, 800);
        HelpCall others = new HelpCall(
                SampleEntries.id(),
                new DeviceId("kiosk-9"),
                "Kiosk 9",
                HelpReason.URGENT,
                Sample.MORNING.minus(Duration.ofMinutes(9)),
                Sample.MORNING,
                "Schalter 9",
                false);
        server.calls(List.of(others, call("Saal 2", HelpReason.GUEST)));
        desk.await(() -> desk.isShowing("help") && desk.size("help") == 2);
        desk.pressShift(KeyEvent.VK_F3);
        desk.awaitNotice("kommt zu keinem Hilferuf");
        desk.pressShift(KeyEvent.VK_F2);
        desk.awaitNotice("Saal 2 weiß jetzt");

        desk.pressShift(KeyEvent.VK_F3);

        desk.awaitNotice("Der Hilferuf von Saal 2 ist erledigt");
        assertThat(server.calls())
                .filteredOn(HelpCall::ended)
                .extracting(HelpCall::place)
                .containsExactly("Saal 2");
    }

    @ParameterizedTest
    @CsvSource({
        "de, 1280, 800, Seiten, Welche Liste soll gedruckt werden?",
        "en, 1920, 1080, pages, Which list is to be printed?"
    })
    void printsListsThatTheServerMakes(String language, int width, int height, String pages, String more)
            throws Exception {
        open(language, width, height);
        openLists();
        desk.photograph("desk-" + language + "-" + width + "-print");
        desk.type("4");
        desk.awaitNotice("2 " + pages);
        assertThat(server.documents()).containsExactly(language + " /lists/evacuation.pdf");
        desk.await(() -> desk.badges() == 1);

        openLists();
        desk.type("8");
        desk.await(() -> desk.text("notice.symbol").equals("…"));
        assertThat(server.documents()).as("nobody is shown").hasSize(1);
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        openLists();
        desk.type("8");
        desk.await(() -> desk.badges() == 2);
        assertThat(server.documents().get(1))
                .endsWith("/certificates/" + GUEST.badge().registration() + "/certificate.pdf");
        desk.awaitNotice("2 " + pages);
        desk.awaitFocus("search");
        chooseFromMore(more);
        desk.await(() -> desk.isWhole("form.reason.3"));
        desk.photograph("desk-" + language + "-" + width + "-more-lists");
        desk.type("2");
        desk.await(() -> desk.badges() == 3);
        desk.awaitNotice("2 " + pages);
        chooseFromMore(more);
        desk.type("3");
        desk.await(() -> desk.badges() == 4);
        desk.awaitNotice("2 " + pages);
        assertThat(server.documents().subList(2, 4))
                .containsExactly(
                        language + " /lists/attendance.pdf?order=organisation&pages=true&signature=true",
                        language + " /lists/badges-to-pull.pdf");
        openLists();
        desk.press(KeyEvent.VK_RIGHT);
        desk.press(KeyEvent.VK_RIGHT);
        desk.photograph("desk-" + language + "-" + width + "-print-day");
        desk.type("6");
        desk.await(() -> desk.badges() == 5);
        desk.awaitNotice("2 " + pages);
        assertThat(server.documents().get(4))
                .as("the event's second day")
                .isEqualTo(language + " /lists/desk-protocol.pdf?day=2022-07-05");
        desk.awaitFocus("search");
        server.fallsSilent();
        openLists();
        desk.type("2");
        desk.await(() -> desk.text("notice.symbol").equals("!"));
        assertThat(desk.badges()).isEqualTo(5);
    }

    @Test
    void everyListAndReportIsPrintedByItsNumber() throws Exception {
        open("de", 1280, 800);
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        List<DeskDocument> all = new ArrayList<>(DeskDocument.firstOnes());
        all.addAll(DeskDocument.more());
        assertThat(all).as("none is left out of the menus").containsExactly(DeskDocument.values());

        for (DeskDocument document : all) {
            int first = DeskDocument.firstOnes().indexOf(document);
            int before = desk.badges();
            if (first >= 0) {
                openLists();
                desk.type(String.valueOf(first + 1));
            } else {
                chooseFromMore("Welche Liste soll gedruckt werden?");
                desk.type(String.valueOf(DeskDocument.more().indexOf(document) + 1));
            }
            desk.await(() -> desk.badges() == before + 1);
            desk.awaitNotice("2 Seiten");
        }

        assertThat(server.documents())
                .containsExactlyElementsOf(all.stream()
                        .map(document -> "de /"
                                + document.path(GUEST.badge().registration(), null)
                                        .orElseThrow())
                        .toList());
    }

    /** A key that is pressed before the search has the keyboard is nobody's. */
    private void openLists() {
        desk.awaitFocus("search");
        desk.pressShift(KeyEvent.VK_F8);
        desk.awaitFocus("form.reason");
    }

    private void chooseFromMore(String title) throws Exception {
        openLists();
        desk.type("9");
        desk.await(() -> desk.text("form.title").equals(title));
        desk.awaitFocus("form.reason");
    }

    /** A house of eight guests who have a place, or of few more. */
    private static List<SampleGuest> delegation() {
        Map<String, List<SampleGuest>> houses = GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
                .filter(guest -> !guest.attendee().organisation().isEmpty())
                .collect(Collectors.groupingBy(guest -> guest.attendee().organisation()));
        Collator names = Collator.getInstance(Locale.GERMAN);
        return houses.values().stream()
                .filter(house -> house.size() >= 8)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow()
                .stream()
                .sorted(Comparator.<SampleGuest, String>comparing(
                                guest -> guest.attendee().familyName(), names)
                        .thenComparing(guest -> guest.attendee().givenName(), names))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800, true", "en, 1920, 1080, false"})
    void aDelegationIsCheckedInAsOneGuestAndTakenBackByOneKey(String language, int width, int height, boolean online)
            throws Exception {
        open(language, width, height);
        List<SampleGuest> house = delegation();
        if (!online) {
            server.fallsSilent();
        }
        desk.scan(house.get(0).ticket().text());
        desk.await(() -> desk.text("person.name").equals(house.get(0).attendee().fullName()));
        desk.keys();
        desk.pressShift(KeyEvent.VK_F7);
        desk.awaitFocus("form.member.1");
        desk.photograph("desk-" + language + "-" + width + "-delegation");
        desk.press(KeyEvent.VK_DOWN);
        desk.awaitFocus("form.member.2");
        desk.press(KeyEvent.VK_SPACE);
        desk.press(KeyEvent.VK_ENTER);

        int there = house.size() - 1;
        desk.await(() -> desk.badges() == there);
        desk.await(() -> desk.text("notice.symbol").equals("✓"));
        assertThat(desk.keys()).isLessThanOrEqualTo(5);
        List<String> texts = desk.badgeTexts();
        for (int member = 0; member < there; member++) {
            assertThat(texts.get(member).replaceAll("\\s+", " "))
                    .as("badges come in the order of the list")
                    .contains(house.get(member == 0 ? 0 : member + 1).attendee().familyName());
        }
        desk.photograph("desk-" + language + "-" + width + "-delegation-there");
        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice(language.equals("de") ? "Zurückgenommen:" : "Taken back:");
        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();

        assertThat(server.entries().values().stream().filter(JournalEntry.Undone.class::isInstance))
                .hasSize(there);
    }

    /** Nobody came in on paper in the future, so the test's first minute of the day is always over. */
    @ParameterizedTest
    @CsvSource({"de, 1280, 800, true", "en, 1920, 1080, false"})
    void aTickedListIsTypedBackLineByLine(String language, int width, int height, boolean online) throws Exception {
        open(language, width, height);
        if (!online) {
            server.fallsSilent();
        }
        assertThat(desk.find("paper").isEnabled()).as("nobody is shown").isFalse();
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        desk.pressShift(KeyEvent.VK_F6);
        desk.awaitFocus("form.time");
        desk.type("morgens");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(language.equals("de") ? "Das ist keine Uhrzeit" : "This is no time");
        for (int letter = 0; letter < "morgens".length(); letter++) {
            desk.press(KeyEvent.VK_BACK_SPACE);
        }
        desk.type("001");
        desk.photograph("desk-" + language + "-" + width + "-paper");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("00:01");
        desk.awaitFocus("search");

        SampleGuest second = GUESTS.get(2);
        desk.scan(second.ticket().text());
        desk.await(() -> desk.text("person.name").equals(second.attendee().fullName()));
        desk.pressShift(KeyEvent.VK_F6);
        desk.awaitFocus("form.time");
        assertThat(desk.text("form.time")).as("the time of the line before").isEqualTo("00:01");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("00:01");
        desk.awaitFocus("search");
        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice(language.equals("de") ? "Zurückgenommen:" : "Taken back:");
        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();

        assertThat(desk.badges()).as("paper prints nothing").isZero();
        assertThat(server.entries().values().stream()
                        .filter(JournalEntry.EnteredFromPaper.class::isInstance)
                        .map(JournalEntry.EnteredFromPaper.class::cast)
                        .map(JournalEntry.EnteredFromPaper::registration))
                .containsExactlyInAnyOrder(
                        GUEST.badge().registration(), second.badge().registration());
        assertThat(server.entries().values().stream().filter(JournalEntry.Undone.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aSpareBadgeBecomesThatOfTheGuestByAScan() throws Exception {
        open("de", 1280, 800);
        server.fallsSilent();
        prints(7);
        Code spare = Code.parse(desk.printedCodes().get(0)).orElseThrow();
        assertThat(desk.badgeTexts().get(0)).containsPattern("(?s)(RESERVESCHILD.*){10}");
        server.comesBack();
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        desk.pressShift(KeyEvent.VK_F5);
        desk.awaitFocus("form.reason");
        desk.photograph("desk-de-1280-spare");
        desk.scan(spare.text());

        desk.awaitNotice("Das Reserveschild gehört jetzt");
        assertThat(desk.badges()).as("nothing but the sheet is printed").isEqualTo(1);
        desk.press(KeyEvent.VK_ESCAPE);
        desk.scan(spare.text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(server.entries().values().stream()
                        .filter(JournalEntry.BadgeReissued.class::isInstance)
                        .map(JournalEntry.BadgeReissued.class::cast)
                        .map(JournalEntry.BadgeReissued::badge))
                .containsExactly(Sample.SALT.lookupId(spare));
    }

    private void assigns(Code spare) {
        desk.pressShift(KeyEvent.VK_F5);
        desk.awaitFocus("form.reason");
        desk.scan(spare.text());
        desk.awaitNotice("Das Reserveschild gehört jetzt");
        desk.awaitFocus("search");
    }

    @Test
    void aSpareBadgeIsHandedOutSoThatTheCheckInPrintsNoSecondOneAndOneKeyTakesBothBack() throws Exception {
        open("de", 1280, 800);
        CodeKey key = new CodeKey(Sample.EVENT, '1', new byte[32]);
        server.fallsSilent();
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        assigns(key.issue(CodeKind.BADGE, new Random(99_998)));
        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen: Reserveschild");
        Code second = key.issue(CodeKind.BADGE, new Random(99_999));
        assigns(second);

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("ist eingecheckt.");
        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(desk.badges()).as("nothing is printed").isZero();
        assertThat(server.entries().values())
                .filteredOn(JournalEntry.Undone.class::isInstance)
                .hasSize(2);
        assertThat(server.entries().values().stream()
                        .filter(JournalEntry.Printed.class::isInstance)
                        .map(JournalEntry.Printed.class::cast))
                .allSatisfy(print -> assertThat(print.stage()).isEqualTo(JournalEntry.PrintStage.HANDED_OUT))
                .extracting(JournalEntry.Printed::badge)
                .hasSize(2)
                .contains(Sample.SALT.lookupId(second));
    }

    private void prints(int supply) {
        int before = desk.badges();
        orders(supply);
        desk.await(() -> desk.badges() == before + 1);
        desk.await(() -> desk.text("notice.symbol").equals("✓"));
    }

    private void orders(int supply) {
        openLists();
        desk.type("0");
        desk.await(() -> desk.parts().stream().anyMatch(part -> "form.reason.5".equals(part.getName()))
                && desk.parts().stream().noneMatch(part -> "form.reason.8".equals(part.getName())));
        desk.awaitFocus("form.reason");
        desk.type(String.valueOf(supply));
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800, Der Schalter auf einer Seite", "en, 1920, 1080, The desk on one page"})
    void coursesAndTheHandoversPageArePrintedWithoutAServer(String language, int width, int height, String title)
            throws Exception {
        open(language, width, height);
        server.fallsSilent();
        prints(1);
        prints(2);
        prints(5);
        prints(6);

        assertThat(desk.badgeTexts())
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).containsPattern("Der Kiosk auf einer Seite|The kiosk on one page"))
                .anySatisfy(text -> assertThat(text).contains(title, "F3").doesNotContain("helferin-3"));
    }

    @Test
    void practiceIsMarkedAndTwentyTicketsOfItCountForNothing() throws Exception {
        server = new FakeDeskServer(GUESTS);
        server.rehearses();
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.opens(GUESTS.size());
        desk.await(() -> desk.text("event").contains("PROBE"));
        desk.photograph("desk-de-1280-rehearsal");
        prints(3);

        List<String> codes = desk.printedCodes();
        assertThat(codes).isNotEmpty();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        desk.scan(codes.get(0));
        desk.await(
                () -> desk.isShowing("person.name") && !desk.text("person.name").isEmpty());
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("ist eingecheckt");
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(server.entries().values().stream().filter(JournalEntry.WalkedIn.class::isInstance))
                .hasSize(20);
        assertThat(server.entries().values())
                .allSatisfy(entry -> assertThat(entry.head().phase()).isEqualTo(Phase.REHEARSAL));
    }

    @Test
    void anUnlockCardOpensTheDeskWithoutAServerAndOneThatIsNotOnPaperLeavesTheOldOneAlone() throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter()) {
            printer.load("iso_a4_210x297mm");
            server = new FakeDeskServer(GUESTS);
            desk = new DeskHands(
                    server,
                    folder,
                    new Dimension(1280, 800),
                    "de",
                    "printer.documents = " + printer.uri().text());
            desk.opens(GUESTS.size());
            orders(UNLOCK_CARD);
            desk.await(() -> printer.jobs().size() == 1);
            desk.await(() -> desk.text("notice.symbol").equals("✓"));
            printer.load("om_label_62x100mm");
            orders(UNLOCK_CARD);
            desk.awaitNotice("62 x 100 mm");
            desk.photograph("desk-de-1280-card-other-paper");
            assertThat(printer.jobs()).hasSize(1);
            assertThat(desk.badges()).isZero();
            String card = DeskHands.codesOn(printer.jobs().get(0).document()).get(0);
            server.fallsSilent();
            desk.press(KeyEvent.VK_F12);
            desk.await(() -> desk.isShowing("operator"));
            assertThat(desk.text("event")).doesNotContain(GUEST.attendee().familyName());

            desk.scan(card);

            desk.awaitNotice("Die Karte passt");
        }
    }

    @ParameterizedTest
    @CsvSource({"de, Ordner", "en, folder"})
    void noUnlockCardIsLeftBehindAsAFile(String language, String word) throws Exception {
        open(language, 1280, 800);
        orders(UNLOCK_CARD);

        desk.awaitNotice(word);
        desk.photograph("desk-" + language + "-1280-card-folder");
        assertThat(desk.text("notice.symbol")).isEqualTo("!");
        assertThat(desk.badges()).isZero();
    }
}
