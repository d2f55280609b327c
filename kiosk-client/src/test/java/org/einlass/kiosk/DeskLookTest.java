package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the desk's window looks and what it says to a voice: both languages, two screens, sizes and contrast. */
@Tag("window")
@CacioTest
class DeskLookTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void isDrawnInEveryStateAndEveryPartSaysWhatItIs(String language, int width, int height) throws Exception {
        String prefix = "desk-" + language + "-" + width + "-";
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(width, height), language)) {
            desk.await(() -> desk.isShowing("operator"));
            everyPartSaysWhatItIs(desk);
            desk.photograph(prefix + "locked");
            desk.opens(GUESTS.size());
            desk.photograph(prefix + "empty");
            desk.type("müller");
            desk.await(() -> desk.text("search").equals("müller") && desk.rows().size() > 2);
            desk.photograph(prefix + "found");
            desk.press(KeyEvent.VK_F11);
            desk.awaitLook(1, true);
            desk.photograph(prefix + "found-contrast");
            desk.press(KeyEvent.VK_F11);
            desk.awaitLook(1, false);
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.25, false);
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.5, false);
            desk.photograph(prefix + "found-largest");
            standsWhole(desk, "checkIn");
            assertThat(desk.text("search")).isEqualTo("müller");
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1, false);
            desk.scan(GUESTS.get(0).ticket().text());
            desk.await(() -> desk.text("person.name").startsWith("Prof."));
            desk.photograph(prefix + "scanned");
            desk.press(KeyEvent.VK_ENTER);
            desk.await(() -> desk.badges() == 1);
            desk.await(() -> !desk.text("person.arrival").isEmpty());
            desk.photograph(prefix + "done");
            desk.scan(cancelled().ticket().text());
            desk.press(KeyEvent.VK_ENTER);
            desk.await(() -> desk.text("notice.symbol").equals("!"));
            desk.photograph(prefix + "refused");
            everyPartSaysWhatItIs(desk);
            desk.press(KeyEvent.VK_F6);
            form(desk, prefix + "let-in", "form.reason");
            desk.press(KeyEvent.VK_F5);
            form(desk, prefix + "reprint", "form.reason");
            desk.press(KeyEvent.VK_F4);
            form(desk, prefix + "correction", "form.TITLE");
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.25, false);
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.5, false);
            desk.press(KeyEvent.VK_F8);
            desk.awaitFocus("form.GIVEN_NAME");
            standsWhole(desk, "form.submit");
            form(desk, prefix + "walk-in-largest", "form.GIVEN_NAME");
        }
    }

    /** What Enter does can be read and touched in the largest type, too. */
    private static void standsWhole(DeskHands desk, String name) {
        JComponent part = (JComponent) desk.find(name);
        desk.await(() -> part.isShowing()
                && part.getHeight() > 0
                && part.getVisibleRect().getSize().equals(part.getSize()));
    }

    private static void form(DeskHands desk, String name, String first) throws Exception {
        desk.awaitFocus(first);
        desk.photograph(name);
        everyPartSaysWhatItIs(desk);
        desk.press(KeyEvent.VK_ESCAPE);
        desk.awaitFocus("search");
    }

    private static SampleGuest cancelled() {
        return GUESTS.stream()
                .filter(guest -> guest.status().name().equals("CANCELLED"))
                .findFirst()
                .orElseThrow();
    }

    private static void everyPartSaysWhatItIs(DeskHands desk) {
        List<Component> parts = desk.parts().stream()
                .filter(Component::isShowing)
                .filter(part -> (part instanceof AbstractButton && part.isFocusable())
                        || part instanceof JList
                        || part instanceof JComboBox
                        || (part instanceof JTextComponent field && field.isEditable()))
                .toList();
        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(part -> {
            AccessibleContext voice = part.getAccessibleContext();
            assertThat(voice.getAccessibleName())
                    .as(String.valueOf(part.getName()))
                    .isNotBlank();
        });
        assertThat(desk.parts().stream()
                        .filter(part -> part instanceof JLabel || part instanceof AbstractButton)
                        .filter(Component::isFocusable)
                        .filter(part -> part.getName() != null))
                .allSatisfy(part -> assertThat(((JComponent) part).getClientProperty("html.disable"))
                        .as(part.getName())
                        .isEqualTo(true));
    }
}
