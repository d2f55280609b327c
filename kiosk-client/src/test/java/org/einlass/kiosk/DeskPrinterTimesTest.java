package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The desk's window before a printer that fails and is mended, and the word that the server hears of it. How long each takes
 * is printed.
 */
@CacioTest
@Tag("window")
class DeskPrinterTimesTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

    @TempDir
    private Path folder;

    @Test
    void aFaultIsSeenAndToldAndGoneAgainAndOneKeyDecidesAnUnclearPrint() throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter();
                FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(
                        server,
                        folder,
                        new Dimension(1280, 800),
                        "de",
                        "printer = " + printer.uri().text())) {
            desk.opens(GUESTS.size());
            desk.await(() -> "READY".equals(server.printer()));

            long failed = System.nanoTime();
            printer.stop("media-empty-error");
            desk.await(() -> desk.text("corner").contains("Papier ist leer"));
            print("paper out: the desk's window says so after", failed);
            desk.await(() -> "PAPER_OUT".equals(server.printer()));
            print("paper out: the server knows after", failed);
            long mended = System.nanoTime();
            printer.mend();
            desk.await(() -> desk.text("corner").contains("Bereit"));
            print("paper changed: the desk's window says so after", mended);
            desk.await(() -> "READY".equals(server.printer()));
            print("paper changed: the server knows after", mended);

            shows(desk, GUESTS.get(1));
            desk.press(KeyEvent.VK_ENTER);
            desk.await(() -> printer.printed().size() == 1);
            desk.awaitNotice("ist eingecheckt");
            printer.slow();
            shows(desk, GUESTS.get(2));
            desk.press(KeyEvent.VK_ENTER);
            desk.await(() -> printer.jobs().size() == 2);
            long lost = System.nanoTime();
            printer.losesWhatWaits();
            desk.awaitNotice("kann nicht sagen, ob ein Namensschild herausgekommen ist");
            print("job forgotten: the desk's window calls it unclear after", lost);
            desk.await(() -> "UNCLEAR".equals(server.printer()));
            print("job forgotten: the server knows after", lost);
            assertThat(printer.jobs()).as("nothing is sent by itself").hasSize(1);

            shows(desk, GUESTS.get(2));
            desk.press(KeyEvent.VK_F5);
            desk.awaitFocus("form.reason");
            desk.photograph("desk-de-1280-unclear");
            printer.printsAgain();
            long decided = System.nanoTime();
            desk.type("2");
            desk.await(() -> printer.printed().size() == 2);
            print("one key: the badge is printed again after", decided);
            desk.await(() -> "READY".equals(server.printer()));
            assertThat(printer.printed()).doesNotHaveDuplicates();
        }
    }

    private static void shows(DeskHands desk, SampleGuest guest) {
        desk.scan(guest.ticket().text());
        desk.await(() -> desk.text("person.name").equals(guest.attendee().fullName()));
    }

    private static void print(String what, long since) {
        System.out.printf(Locale.ROOT, "%s %d ms%n", what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }
}
