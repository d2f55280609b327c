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
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes between at a desk, on its real window: a key pressed twice, a printer that fails. */
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
    void open() throws Exception {
        server = new FakeDeskServer(GUESTS);
        desk = hands("before");
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

    @Test
    void enterPressedTwiceChecksInOnce() {
        shows(GUEST);
        desk.press(KeyEvent.VK_ENTER);
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
        desk.press(KeyEvent.VK_ENTER);

        assertThat(delivered(JournalEntry.Scanned.class)).hasSize(1);
        assertThat(desk.badges()).isEqualTo(1);
    }

    @Test
    void aPrinterThatFailsHoldsUpNobodyAndTheBadgeIsMadeWhenItIsBack() throws Exception {
        desk.close();
        Path paper = Files.createDirectories(folder.resolve("without-paper")).resolve("badges");
        Files.writeString(paper, "no paper");
        desk = hands("without-paper");
        desk.opens(GUESTS.size());
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
}
