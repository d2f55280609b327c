package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Badges for whoever works at the event, made on the desk's real window. */
@Tag("window")
@CacioTest
class DeskRoleBadgesTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

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

    private void opensForm(String function) {
        desk.awaitFocus("search");
        desk.pressShift(KeyEvent.VK_F4);
        desk.awaitFocus("form.FUNCTION");
        desk.type(function);
    }

    private void tabsTo(String... parts) {
        for (String part : parts) {
            desk.press(KeyEvent.VK_TAB);
            desk.awaitFocus(part);
        }
    }

    private void takesCopies(String copies) {
        while (!desk.text("form.copies").isEmpty()) {
            int left = desk.text("form.copies").length();
            desk.press(KeyEvent.VK_DELETE);
            desk.press(KeyEvent.VK_BACK_SPACE);
            desk.await(() -> desk.text("form.copies").length() < left);
        }
        desk.type(copies);
        desk.await(() -> desk.text("form.copies").equals(copies));
    }

    @Test
    void printsBadgesForAFunctionWithoutAServerHandsOneOutAndGivesOneToAPerson() throws Exception {
        open("de", 1280, 800);
        server.fallsSilent();
        opensForm("Technik");
        tabsTo("form.GIVEN_NAME", "form.FAMILY_NAME", "form.ORGANISATION", "form.category", "form.copies");
        takesCopies("2");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Technik 4-1 – Technik 4-2");
        desk.await(() -> desk.badges() == 2);
        assertThat(desk.badgeTexts()).allMatch(text -> text.contains("Technik") && text.contains("Team"));
        opensForm("Technik");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Rollenschild wird gedruckt: Technik 4-3.");
        desk.await(() -> desk.badges() == 3);

        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen: Rollenschild Technik 4-3");
        desk.scan(desk.printedCodes().get(0));
        desk.await(() -> desk.text("person.name").startsWith("Technik 4-"));
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("ist eingecheckt");
        desk.press(KeyEvent.VK_F4);
        desk.awaitFocus("form.TITLE");
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type("Kim");
        desk.press(KeyEvent.VK_ENTER);
        desk.await(() -> desk.badges() == 4);

        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(delivered(JournalEntry.WalkedIn.class))
                .hasSize(3)
                .extracting(JournalEntry.WalkedIn::category)
                .containsOnly(new CategoryId("team"));
        assertThat(delivered(JournalEntry.Undone.class)).hasSize(1);
        assertThat(delivered(JournalEntry.Scanned.class))
                .as("one was handed out")
                .hasSize(1);
        assertThat(delivered(JournalEntry.Corrected.class))
                .as("and is a person's")
                .hasSize(1);
    }

    @Test
    void givesNoNumberTwiceThoughABadgeWasTakenBackAndTheDeskStartedAgain() throws Exception {
        open("de", 1280, 800);
        opensForm("Technik");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Technik 4-1.");
        desk.press(KeyEvent.VK_F3);
        desk.awaitNotice("Zurückgenommen: Rollenschild Technik 4-1");
        desk.close();
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.opens(GUESTS.size());

        opensForm("TECHNIK");
        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("TECHNIK 4-2.");
    }

    private <T extends JournalEntry> Stream<T> entries(Class<T> type) {
        return server.entries().values().stream().filter(type::isInstance).map(type::cast);
    }

    private <T extends JournalEntry> List<T> delivered(Class<T> type) {
        return entries(type).toList();
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void saysWhatIsMissingAndMakesOneForAPerson(String language, int width, int height) throws Exception {
        boolean german = language.equals("de");
        open(language, width, height);
        opensForm("");
        desk.photograph("desk-" + language + "-" + width + "-role");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(german ? "Bitte die Funktion eintragen" : "Please enter the function");
        desk.type("Presse");
        tabsTo("form.GIVEN_NAME");
        desk.type("Kim");
        tabsTo("form.FAMILY_NAME");
        desk.type("Beispiel");
        tabsTo("form.ORGANISATION", "form.category", "form.copies");
        takesCopies("2");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(german ? "Für eine Person gibt es ein Schild" : "A person gets one badge");
        takesCopies("21");
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(german ? "von 1 bis 20" : "from 1 to 20");
        assertThat(desk.badges()).isZero();
        takesCopies("1");

        desk.press(KeyEvent.VK_ENTER);

        desk.awaitNotice("Kim Beispiel");
        desk.await(() -> desk.badges() == 1);
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(delivered(JournalEntry.WalkedIn.class)).hasSize(1);
        assertThat(delivered(JournalEntry.Scanned.class))
                .as("nobody is checked in")
                .isEmpty();
    }
}
