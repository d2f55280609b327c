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
import java.util.stream.Stream;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** What is shown as done before the power fails. */
    enum Deed {
        CHECK_IN(JournalEntry.Scanned.class),
        UNDO(JournalEntry.Undone.class),
        SUBSTITUTION(JournalEntry.Substituted.class),
        WALK_IN(JournalEntry.WalkedIn.class),
        CORRECTION(JournalEntry.Corrected.class),
        LOST_BADGE(JournalEntry.BadgeReissued.class);

        private final Class<? extends JournalEntry> entry;

        Deed(Class<? extends JournalEntry> entry) {
            this.entry = entry;
        }
    }

    private void does(Deed deed) {
        shows(GUEST);
        switch (deed) {
            case CHECK_IN -> checkIn();
            case UNDO -> {
                checkIn();
                desk.press(KeyEvent.VK_F3);
                desk.awaitNotice("Zurückgenommen");
            }
            case SUBSTITUTION -> {
                desk.press(KeyEvent.VK_F7);
                fill();
            }
            case WALK_IN -> {
                desk.press(KeyEvent.VK_F8);
                fill();
            }
            case CORRECTION -> {
                desk.press(KeyEvent.VK_F4);
                desk.awaitFocus("form.TITLE");
                desk.type("dr");
                desk.press(KeyEvent.VK_ENTER);
                desk.awaitNotice("ist berichtigt");
            }
            case LOST_BADGE -> {
                checkIn();
                desk.press(KeyEvent.VK_F5);
                desk.awaitFocus("form.reason");
                desk.type("1");
                desk.await(() -> desk.badges() == 2);
            }
        }
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
    @EnumSource(Deed.class)
    void whatWasShownAsDoneOutlivesAPowerCutWithoutNetwork(Deed deed) throws Exception {
        server.fallsSilent();
        does(deed);

        Path after = folder.resolve("after");
        copy(folder.resolve("before"), after);
        desk.close();
        server.entries().clear();
        server.comesBack();
        desk = hands("after");
        desk.await(() -> desk.isShowing("operator"));

        assertThat(delivered(JournalEntry.class)).hasAtLeastOneElementOfType(deed.entry);
        assertThat(desk.text("person.name")).as("nobody on a locked screen").startsWith("Bitte Namen tippen");
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
            } else if (!file.getFileName().toString().endsWith(".properties")) {
                Files.copy(file, copy);
            }
        }
    }
}
