package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.screen.EventThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes between while any form is open at a desk: a scan, the end of the network, Escape, a lock. */
@Tag("window")
@CacioTest
class DeskEveryFormTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final SampleGuest GUEST = GUESTS.get(1);
    private static final SampleGuest OTHER = GUESTS.get(2);
    private static final String TYPED = "xyq";

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;

    /** The forms that keys open for the person who is shown, and where the keyboard begins in them. */
    private enum Form {
        CORRECTION(KeyEvent.VK_F4, false, "form.TITLE", true),
        REPRINT(KeyEvent.VK_F5, false, "form.reason", false),
        SUBSTITUTION(KeyEvent.VK_F7, false, "form.GIVEN_NAME", true),
        WALK_IN(KeyEvent.VK_F8, false, "form.GIVEN_NAME", true),
        ROLE(KeyEvent.VK_F4, true, "form.FUNCTION", true),
        PAPER(KeyEvent.VK_F6, true, "form.time", true),
        GROUP(KeyEvent.VK_F7, true, "form.member.1", false),
        DOCUMENT(KeyEvent.VK_F8, true, "form.reason", false);

        private final int key;
        private final boolean shift;
        private final String first;
        private final boolean takesText;

        Form(int key, boolean shift, String first, boolean takesText) {
            this.key = key;
            this.shift = shift;
            this.first = first;
            this.takesText = takesText;
        }
    }

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

    private void shows(SampleGuest guest) {
        desk.scan(guest.ticket().text());
        desk.await(() -> desk.isShowing("person.name")
                && desk.text("person.name").equals(guest.attendee().fullName()));
    }

    private void opens(Form form) {
        shows(GUEST);
        desk.awaitFocus("search");
        if (form.shift) {
            desk.pressShift(form.key);
        } else {
            desk.press(form.key);
        }
        desk.awaitFocus(form.first);
        if (form.takesText) {
            desk.type(TYPED);
            desk.await(() -> desk.text(form.first).contains(TYPED));
        }
    }

    @Test
    void aScanAndTheEndOfTheNetworkLeaveWhatIsHalfTypedAndEscapeClosesIt() {
        for (Form form : Form.values()) {
            opens(form);

            server.fallsSilent();
            shows(OTHER);
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus(form.first);
            if (form.takesText) {
                assertThat(desk.text(form.first)).as(form.name()).contains(TYPED);
                assertThat(desk.text(form.first)).as(form.name()).hasSizeLessThan(20);
            }
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");
            assertThat(desk.text("search")).as(form.name()).isEmpty();
            server.comesBack();
            desk.press(KeyEvent.VK_ESCAPE);
            desk.await(() -> desk.text("person.name").startsWith("Bitte Namen tippen"));
        }
        assertThat(desk.badges()).as("nothing was done").isZero();
    }

    @Test
    void aLockLeavesNothingOfAnyFormOnTheScreenAndNothingWhenItIsOpenedAgain() {
        for (Form form : Form.values()) {
            opens(form);

            desk.press(KeyEvent.VK_F12);
            desk.await(() -> desk.isShowing("operator"));
            assertThat(shown()).as(form.name()).doesNotContain(GUEST.attendee().familyName(), TYPED);
            desk.changesTo("helferin-3", "4711");

            desk.awaitFocus("search");
            assertThat(shown()).as(form.name()).doesNotContain(GUEST.attendee().familyName(), TYPED);
        }
        assertThat(desk.badges()).as("nothing was done").isZero();
    }

    /** All words on the screen, and all that a voice would say of what is on it. */
    private String shown() {
        return EventThread.call(() -> desk.parts().stream()
                .filter(Component::isShowing)
                .map(part -> words(part) + " " + part.getAccessibleContext().getAccessibleName() + " "
                        + part.getAccessibleContext().getAccessibleDescription())
                .collect(Collectors.joining("\n")));
    }

    private static String words(Component part) {
        String words = "";
        if (part instanceof JTextComponent text) {
            words = text.getText();
        } else if (part instanceof JLabel label) {
            words = label.getText();
        } else if (part instanceof AbstractButton button) {
            words = button.getText();
        }
        return Objects.requireNonNullElse(words, "");
    }
}
