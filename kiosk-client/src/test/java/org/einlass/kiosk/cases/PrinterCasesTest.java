package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.einlass.contract.admission.Verdict;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.print.PrivateCups;
import org.einlass.kiosk.screen.UsbScanner;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues and papers: a real CUPS, and a printer that says what lies in it, behind the whole program. */
@Tag("scanner")
@Timeout(600)
class PrinterCasesTest {
    private static final String READY = "Ihr Namensschild ist fertig";
    private static final String BROUGHT = "Wir bringen Ihr Namensschild zu Schalter 2";
    private static final String TEAM = "Team: Bitte nach dem Drucker sehen.";

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;

    @BeforeAll
    static void open() throws Exception {
        kiosk = new RealKiosk.Start()
                .with("scan", "keyboard")
                .world(PrinterCasesTest::invite)
                .in(folder);
        kiosk.await("a calm corner", screen -> screen.signs().contains("in Ordnung"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    private static void invite(RealKiosk made) {
        made.server.assigns(House.sheet("Kongress"));
        House.invite(made.server);
    }

    private static void scan(RealKiosk at, int guest) throws Exception {
        at.scanner.pause(400).type(Sample.ticket(guest).text()).press(UsbScanner.ENTER);
    }

    @Test
    @NeedsProgram({"cupsd", "lpadmin", "cupsreject", "cupsdisable", "cupsenable"})
    void case17And18AQueueThatRejectsOrIsPausedIsCalledSo(@TempDir Path place, @TempDir Path print) throws Exception {
        PrivateCups cups = PrivateCups.start(print);
        cups.addDevice("Laser");
        try (RealKiosk queued = new RealKiosk.Start()
                .with("scan", "keyboard")
                .with("printer", "queue:Laser")
                .with("paper", "a6")
                .inEnvironment("CUPS_SERVER", cups.address())
                .world(PrinterCasesTest::invite)
                .in(place)) {
            queued.await("a calm corner", screen -> screen.signs().contains("in Ordnung"));
            case17(queued, cups);
            case18(queued, cups);
        } finally {
            cups.stop();
        }
    }

    private static void case17(RealKiosk queued, PrivateCups cups) throws Exception {
        cups.stopQueue("Laser");
        queued.awaitSign("Drucker", true);
        scan(queued, 1);

        Screen screen = queued.awaitText(BROUGHT);
        assertThat(screen.text()).contains(TEAM);
        assertThat(queued.said())
                .anyMatch(line -> line.contains("nimmt keine Aufträge an"))
                .noneMatch(line -> line.contains("lpr"));
        assertThat(cups.paper()).isEmpty();
        cups.acceptAgain("Laser");
        queued.awaitSign("Drucker", false);
        queued.awaitText(RealKiosk.IDLE);
        queued.await("no word of the printer", now -> !now.text().contains("Drucker"));
    }

    private static void case18(RealKiosk queued, PrivateCups cups) throws Exception {
        cups.pauseQueue("Laser");
        queued.awaitSign("Drucker", true);
        scan(queued, 2);

        queued.awaitText(BROUGHT);
        assertThat(cups.paper()).isEmpty();
        assertThat(queued.verdicts(House.ticket(2))).containsExactly(Verdict.ADMITTED);
        queued.never(screen -> screen.text().contains(READY), Duration.ofSeconds(1));
        cups.resumeQueue("Laser");

        queued.awaitSign("Drucker", false);
        queued.awaitText(RealKiosk.IDLE);
        // What was never sent is printed by the next scan, and by nothing else.
        assertThat(cups.paper()).isEmpty();
        scan(queued, 2);
        queued.awaitText(READY);
        assertThat(cups.paper()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"om_label_60x40mm, 10", "om_label_102x25mm, 11", "om_label_38x90mm, 12"})
    void case19ABadgeThatDoesNotFitThePaperIsNotSent(String paper, int guest) throws Exception {
        int before = kiosk.printer.jobs().size();
        kiosk.printer.load(paper);
        kiosk.awaitSign("Drucker", true);
        scan(kiosk, guest);

        kiosk.awaitText(BROUGHT);
        assertThat(kiosk.printer.jobs()).hasSize(before);
        kiosk.printer.load("iso_a6_105x148mm");
        kiosk.awaitSign("Drucker", false);
        kiosk.awaitText(RealKiosk.IDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "om_label_62x100mm, 6200x10000, 13",
        "om_label_100x62mm, 10000x6200, 14",
        "om_card_54x86mm, 5400x8600, 15",
        "iso_a6_105x148mm, 10500x14800, 16"
    })
    void case19TheBadgesFormatFollowsThePaper(String paper, String size, int guest) throws Exception {
        kiosk.printer.load(paper);
        scan(kiosk, guest);

        kiosk.awaitText(READY);
        assertThat(kiosk.printer.jobs().get(kiosk.printer.jobs().size() - 1).paper())
                .isEqualTo(size);
        kiosk.printer.load("iso_a6_105x148mm");
        kiosk.awaitText(RealKiosk.IDLE);
    }
}
