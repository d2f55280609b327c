package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.OverrideReason;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk fills in, on its real window, with a server and without one: the journal holds all of it. */
@Tag("window")
@CacioTest
class DeskFormsTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final SampleGuest GUEST = GUESTS.get(1);

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

    private void network(boolean online) {
        if (!online) {
            server.fallsSilent();
        }
    }

    private <T extends JournalEntry> List<T> delivered(Class<T> type) {
        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        return server.entries().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyWalksIn(boolean online) throws Exception {
        network(online);
        desk.keys();
        desk.press(KeyEvent.VK_F8);
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("ayşe");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.FAMILY_NAME");
        desk.type("öztürk");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.ORGANISATION");
        desk.type("stadt weimar");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.category");
        desk.photograph("desk-walk-in");
        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("ayşe öztürk ist eingecheckt. Das Namensschild ist gedruckt");
        int beside = desk.keys() - "ayşeöztürkstadt weimar".length();
        System.out.println("walk-in: " + beside + " keys beside the texts");
        assertThat(beside).isLessThanOrEqualTo(25);
        assertThat(desk.badges()).isEqualTo(1);
        desk.press(KeyEvent.VK_ESCAPE);
        desk.type("oeztuerk");
        desk.await(() -> desk.rows().indexOf("ayşe öztürk") == 0);
        assertThat(delivered(JournalEntry.WalkedIn.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyComesInsteadAndOneKeyTakesItBack(boolean online) {
        network(online);
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.name").equals(GUEST.attendee().fullName()));
        desk.press(KeyEvent.VK_F7);
        desk.awaitFocus("form.GIVEN_NAME");
        assertThat(desk.text("form.ORGANISATION")).isEqualTo(GUEST.attendee().organisation());
        desk.type("linh");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.FAMILY_NAME");
        desk.type("nguyen");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("linh nguyen ist eingecheckt. Das Namensschild ist gedruckt");
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.status").equals("wird vertreten"));
        desk.keys();

        desk.press(KeyEvent.VK_F3);

        desk.awaitNotice("Zurückgenommen: Einchecken von linh nguyen");
        assertThat(desk.keys()).isEqualTo(1);
        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.text("person.status").isEmpty());
        assertThat(delivered(JournalEntry.Undone.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMisspeltNameIsPutRightAndTheBadgePrintedAnew(boolean online) {
        network(online);
        desk.scan(GUEST.ticket().text());
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");

        desk.press(KeyEvent.VK_F4);
        desk.awaitFocus("form.TITLE");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("x");
        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("Das Namensschild für");
        assertThat(desk.badges()).isEqualTo(2);
        assertThat(desk.text("person.name")).contains("x");
        assertThat(delivered(JournalEntry.Corrected.class)).hasSize(1);
        assertThat(delivered(JournalEntry.BadgeReissued.class))
                .extracting(JournalEntry.BadgeReissued::reason)
                .containsExactly(ReissueReason.CORRECTED);
    }

    @Test
    void aNamePutRightWithoutNetworkIsWhatTheFirstBadgeSays() throws Exception {
        network(false);
        desk.scan(GUEST.ticket().text());
        desk.press(KeyEvent.VK_F4);
        desk.awaitFocus("form.TITLE");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("qqqqq");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("ist berichtigt");
        desk.awaitFocus("search");
        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("Das Namensschild ist gedruckt");
        assertThat(desk.badgeTexts()).hasSize(1).first().asString().contains("qqqqq");
        assertThat(delivered(JournalEntry.BadgeReissued.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostBadgeIsMadeAgainByThreeKeysAtMost(boolean online) {
        network(online);
        desk.scan(GUEST.ticket().text());
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
        desk.keys();

        desk.press(KeyEvent.VK_F5);
        desk.awaitFocus("form.reason");
        desk.type("1");

        desk.awaitNotice("Das Namensschild für");
        assertThat(desk.keys()).isLessThanOrEqualTo(3);
        assertThat(desk.badges()).isEqualTo(2);
        assertThat(delivered(JournalEntry.BadgeReissued.class))
                .extracting(JournalEntry.BadgeReissued::reason)
                .containsExactly(ReissueReason.LOST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWasRefusedIsLetInForAReason(boolean online) {
        network(online);
        SampleGuest cancelled = GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CANCELLED)
                .findFirst()
                .orElseThrow();
        desk.scan(cancelled.ticket().text());
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("ist nicht eingecheckt");

        desk.press(KeyEvent.VK_F6);
        desk.awaitFocus("form.reason");
        desk.type("2");

        desk.await(() -> desk.badges() == 1);
        assertThat(delivered(JournalEntry.Overridden.class))
                .extracting(JournalEntry.Overridden::reason)
                .containsExactly(OverrideReason.IDENTITY_CHECKED);
    }

    @Test
    void aScanPutsAHalfTypedFormAsideAndEscapeBringsItBack() {
        desk.press(KeyEvent.VK_F8);
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("ayşe");

        desk.scan(GUEST.ticket().text());
        desk.await(() -> desk.isShowing("person.name")
                && desk.text("person.name").equals(GUEST.attendee().fullName()));
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");
        desk.press(KeyEvent.VK_F2);
        desk.await(() -> desk.text("corner").contains("Server reachable"));
        desk.press(KeyEvent.VK_ESCAPE);

        desk.awaitFocus("form.GIVEN_NAME");
        assertThat(desk.text("form.GIVEN_NAME")).isEqualTo("ayşe");
    }
}
