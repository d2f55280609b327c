package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding, checking in and taking back at the desk's real window, with a server and without one. */
@Tag("window")
@CacioTest
class DeskFindTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDeskServer(GUESTS);
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.opens(GUESTS.size());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    @Test
    void findsWhileTypingAndChecksInByEnter() {
        desk.type("maximiliane");
        desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("Das Namensschild ist gedruckt");
        assertThat(desk.badges()).isEqualTo(1);
        assertThat(desk.text("search")).isEmpty();
        assertThat(desk.text("person.arrival")).startsWith("Hier eingecheckt am 4.7. um 09:12");
        assertThat(desk.text("person.badge")).isEqualTo("Namensschild ist gedruckt");
    }

    @Test
    void goesOnWithoutAServerAndDeliversLater() {
        server.fallsSilent();
        desk.type("maximiliane");
        desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
        desk.await(() -> desk.text("corner").contains("Ohne Server"));
        desk.await(() -> desk.isShowing("notice.waiting"));
        assertThat(desk.text("notice.waiting")).isEqualTo("Hier gespeichert, noch nicht beim Server");

        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen");
        server.comesBack();

        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        desk.await(() -> !desk.isShowing("notice.waiting"));
        assertThat(server.entries().values())
                .hasAtLeastOneElementOfType(JournalEntry.Scanned.class)
                .hasAtLeastOneElementOfType(JournalEntry.Undone.class)
                .hasAtLeastOneElementOfType(JournalEntry.Printed.class);
    }

    @Test
    void findsByTheServerWhomNoListOfThisDeskNamesAndChecksInByEnter() throws Exception {
        SampleGuest late = GUESTS.get(0).named(9_001, "Quirin", "Xylander");
        server.knowsBeside(late);
        desk.type("xylan");
        desk.await(() -> desk.text("person.name").equals("Quirin Xylander"));
        assertThat(desk.text("count")).startsWith("Ein Gast gefunden, mit dem Server, Stand ");
        desk.photograph("desk-de-1280-server-search");

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("Das Namensschild ist gedruckt");
        assertThat(desk.badgeTexts().get(0)).contains("Xylander");
    }

    /** Of the states that come meanwhile the window sees only the last, in which the search is emptied and begun anew. */
    @Test
    void whatIsTypedRightAfterTheSearchWasEmptiedStaysThoughTheWindowIsBusy() {
        desk.type("schm");
        desk.await(() -> desk.text("search").equals("schm"));

        desk.whileTheWindowIsBusy(() -> {
            desk.press(KeyEvent.VK_ESCAPE);
            desk.type("mül");
        });

        desk.await(() -> desk.text("search").endsWith("l") && !desk.rows().isEmpty());
        assertThat(desk.text("search")).isEqualTo("mül");
    }

    @Test
    void aScanOpensThePersonAndNeverBecomesText() {
        desk.type("mül");
        SampleGuest guest = GUESTS.get(2);

        desk.scan(guest.ticket().text());

        desk.await(() -> desk.text("person.name").equals(guest.attendee().fullName()));
        assertThat(desk.text("search")).isEmpty();
        assertThat(desk.text("person.arrival")).startsWith("An diesem Schalter noch nicht");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
    }

    @Test
    void saysCalmlyWhyAndWhatNext() {
        SampleGuest cancelled = GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CANCELLED)
                .findFirst()
                .orElseThrow();
        desk.scan(cancelled.ticket().text());
        desk.await(() -> desk.text("person.status").equals("abgesagt"));

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("ist nicht eingecheckt. ");
        assertThat(desk.badges()).isZero();
    }

    @Test
    void oneKeyTakesTheWrongPersonBackAndEnterChecksTheRightOneIn() {
        desk.type("müller");
        desk.await(() -> desk.rows().size() > 2);
        String wrong = desk.rows().get(0);
        String right = desk.rows().get(1);
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(wrong + " ist eingecheckt. Das Namensschild ist gedruckt");
        desk.keys();

        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen: Einchecken von " + wrong);
        assertThat(desk.keys()).isEqualTo(1);
        desk.type("müller");
        desk.await(() -> desk.rows().size() > 2);
        desk.press(KeyEvent.VK_DOWN);
        desk.await(() -> desk.text("person.name").equals(right));
        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice(right + " ist eingecheckt");
    }

    @Test
    void aLockedDeskShowsNobody() {
        desk.type("müller");
        desk.await(() -> desk.rows().size() > 2);

        desk.press(KeyEvent.VK_F12);

        desk.await(() -> desk.isShowing("operator"));
        assertThat(desk.rows()).isEmpty();
        assertThat(desk.text("search")).isEmpty();
        assertThat(desk.text("person.name")).isEqualTo("Bitte Namen tippen oder Ticket scannen");
        desk.scan(GUESTS.get(2).ticket().text());
        assertThat(desk.isShowing("operator")).isTrue();
        assertThat(desk.badges()).isZero();
    }
}
