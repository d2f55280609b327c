package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.UsbScanner;
import org.einlass.kiosk.screen.VirtualDisplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mishaps of the reported kinds that nobody has reported yet, on the whole program in its window: several scanners at one
 * kiosk, a scanner that breaks off, and an organiser's question that is on meanwhile.
 */
@Tag("scanner")
@Timeout(600)
class UnreportedCasesTest {
    private static final String ANSWER = "question.choice.0";

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;

    @BeforeAll
    static void open() throws Exception {
        OrganiserQuestion meal = new OrganiserQuestion(
                "Essen",
                new Wording("Was möchten Sie essen?", "What would you like to eat?"),
                List.of(Wording.same("vegan"), new Wording("mit Fleisch", "with meat")));
        DoorSheet sheet = House.sheet("Kongress")
                .withRush(null)
                .withGuests(new DoorSheet.GuestTexts(null, null, null, null, null, List.of(meal)))
                .withLetterBox(EventPrivateKey.next(new Random(3)).box());
        kiosk = new RealKiosk.Start()
                .world(made -> {
                    made.server.assigns(sheet);
                    House.invite(made.server);
                })
                .in(folder);
        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.await("a calm corner", screen -> !screen.signs().contains("Gästeliste"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    /** A question is closed by the first key, and the guest's screen by the next. */
    @AfterEach
    void everybodyLeaves() throws Exception {
        kiosk.sees(Film.hall());
        for (int i = 0; i < 3; i++) {
            VirtualDisplay.pass(600);
            kiosk.scanner.pace(90, 60).press(UsbScanner.ESCAPE);
        }
        kiosk.scanner.pace(2, 3);
        kiosk.awaitText(RealKiosk.IDLE);
        VirtualDisplay.pass(2_500);
    }

    @Test
    void twoScannersAtOnceRefuseNobody() throws Exception {
        int before = kiosk.scans().size();
        String one = Sample.ticket(3).text();
        String other = Sample.ticket(4).text();
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            mixed.append(one.charAt(i)).append(other.charAt(i));
        }
        kiosk.scanner.type(mixed.toString()).press(UsbScanner.ENTER, UsbScanner.ENTER);

        kiosk.awaitText("Bitte noch einmal zeigen");
        assertThat(kiosk.scans()).hasSize(before);
        kiosk.scanner.pause(1_000).type(one).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(3))).containsExactly(Verdict.ADMITTED);
    }

    @Test
    void aScannerThatIsUnpluggedWithAKeyDownIsNoScanAndTheNextOneWorks() throws Exception {
        int before = kiosk.scans().size();
        String code = Sample.ticket(5).text();
        kiosk.scanner.type(code.substring(0, 14));
        kiosk.display.key(38, true);
        VirtualDisplay.pass(3_000);
        kiosk.display.key(38, false);

        assertThat(kiosk.scans()).hasSize(before);
        kiosk.scanner.pause(1_000).type(code).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(5))).containsExactly(Verdict.ADMITTED);
    }

    /** Somebody plugs the scanner into another computer's keyboard settings, or the session changes its language. */
    @Test
    void aScannerThatIsPluggedInAgainUnderAnotherLayoutIsRead() throws Exception {
        int guest = 9;
        for (String country : List.of("fr", "us", "ch", "de")) {
            kiosk.display.layout(country);
            VirtualDisplay.pass(700);
            kiosk.scanner.type(Sample.ticket(guest).text()).press(UsbScanner.ENTER);
            assertThat(kiosk.verdicts(House.ticket(guest))).as(country).containsExactly(Verdict.ADMITTED);
            everybodyLeaves();
            guest++;
        }
        kiosk.display.layout("us");
    }

    /** As a laptop whose lid was shut, with a guest's screen on: the next guest finds a kiosk at rest. */
    @Test
    void aKioskThatWasSuspendedGoesOnWithTheNextGuest() throws Exception {
        kiosk.scanner.type(Sample.ticket(14).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(14))).containsExactly(Verdict.ADMITTED);
        signal("STOP");
        VirtualDisplay.pass(25_000);
        signal("CONT");

        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.awaitSign("Server", false);
        kiosk.scanner.type(Sample.ticket(15).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(15))).containsExactly(Verdict.ADMITTED);
    }

    private static void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(kiosk.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void theSameTicketByCameraAndHandScannerAtOnceIsOneScan() throws Exception {
        int before = kiosk.scans().size();
        kiosk.sees(Film.hall()
                .holding(Sample.ticket(6).text(), 120, 200, 350)
                .holding(Sample.ticket(6).text(), 780, 200, 350));
        kiosk.scanner.type(Sample.ticket(6).text()).press(UsbScanner.ENTER);

        kiosk.await("the question", screen -> screen.has(ANSWER));
        kiosk.never(screen -> !screen.has(ANSWER), Duration.ofSeconds(2));
        assertThat(kiosk.verdicts(House.ticket(6))).containsExactly(Verdict.ADMITTED);
        assertThat(kiosk.scans()).hasSize(before + 1);
    }

    @Test
    void aCameraThatComesBackWithSmallerPicturesReadsOn() throws Exception {
        kiosk.camera.switchOff();
        kiosk.awaitSign("Kamera", true);
        kiosk.camera.switchOn();
        kiosk.sees(Film.hall().holding(Sample.ticket(7).text(), 440, 160, 400).scaled(640, 360));

        assertThat(kiosk.verdicts(House.ticket(7))).containsExactly(Verdict.ADMITTED);
        kiosk.awaitSign("Kamera", false);
    }

    @Test
    void aScanAnswersNoQuestionAndTheNextGuestTakesItsPlace() throws Exception {
        kiosk.scanner.type(Sample.ticket(8).text()).press(UsbScanner.ENTER);
        kiosk.await("the question", screen -> screen.has(ANSWER));
        kiosk.scanner.pause(700).type("4711").press(UsbScanner.ENTER).pause(300);
        kiosk.scanner.type(" 12 ").press(UsbScanner.SPACE, UsbScanner.ENTER);
        for (int guest = 9; guest < 13; guest++) {
            int before = kiosk.scans().size();
            kiosk.scanner.pause(1_500).type(Sample.ticket(guest).text()).press(UsbScanner.ENTER);
            kiosk.await("the next guest", screen -> kiosk.scans().size() > before && screen.has(ANSWER));
            assertThat(kiosk.verdicts(House.ticket(guest))).containsExactly(Verdict.ADMITTED);
        }
        assertThat(answersOf(8, 13)).isZero();
    }

    @Test
    void theWayToTheCounterIsSeenAfterTheQuestionWasAnswered() throws Exception {
        kiosk.printer.rejecting();
        try {
            kiosk.scanner.type(Sample.ticket(14).text()).press(UsbScanner.ENTER);
            kiosk.await(
                    "the question",
                    screen -> screen.has(ANSWER) && screen.text().contains("Schalter"));
            kiosk.scanner.pace(90, 60).pause(1_000).press(UsbScanner.SPACE).pace(2, 3);

            kiosk.await(
                    "the way", screen -> !screen.has(ANSWER) && screen.text().contains("Namensschild zu Schalter 2"));
            kiosk.never(screen -> screen.text().contains(RealKiosk.IDLE), Duration.ofSeconds(3));
        } finally {
            kiosk.printer.mend();
        }
        kiosk.await("the answer at the server", screen -> answersOf(14, 15) == 1);
    }

    private static long answersOf(int from, int to) {
        return kiosk.server.entries().values().stream()
                .filter(JournalEntry.QuestionAnswered.class::isInstance)
                .map(JournalEntry.QuestionAnswered.class::cast)
                .filter(answer -> IntStream.range(from, to)
                        .anyMatch(guest ->
                                Sample.badge(guest, false).registration().equals(answer.registration())))
                .count();
    }
}
