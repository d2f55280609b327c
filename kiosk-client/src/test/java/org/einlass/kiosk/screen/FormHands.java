package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AutoClose;

/** The hands of a guest who types into a form on the real window. Pictures go to target/guest-help. */
abstract class FormHands {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "guest-help");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    @AutoClose
    SampleWindow shown;

    private String kind = "";
    private String second = "";

    /** Opens a window for forms whose parts' names begin like this. */
    void openWindow(String form, Language language, Dimension size) {
        if (shown != null) {
            shown.close();
        }
        kind = form;
        second = form.equals("booking") ? "booking.name" : "spelling.family";
        shown = new SampleWindow(SampleScenes.TITLE, language, size);
    }

    void typeOnTheScreen(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(sign -> click(kind + ".key." + sign));
    }

    void type(String text) {
        text.chars().forEach(sign -> press(KeyEvent.VK_UNDEFINED, (char) sign));
    }

    /** As a keyboard does, to whoever has the focus. */
    void press(int code, char sign) {
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            if (code != KeyEvent.VK_UNDEFINED) {
                owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_PRESSED, 1, 0, code, sign));
            }
            if (sign != KeyEvent.CHAR_UNDEFINED) {
                owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_TYPED, 1, 0, KeyEvent.VK_UNDEFINED, sign));
            }
            return null;
        });
    }

    void pressAndLetGo(int code) {
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_PRESSED, 1, 0, code, '\n'));
            owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_RELEASED, 2, 0, code, '\n'));
            return null;
        });
    }

    void arrow(int code, String to) {
        press(code, KeyEvent.CHAR_UNDEFINED);
        awaitFocus(to);
    }

    void awaitFocus(String name) {
        long end = System.nanoTime() + PATIENCE;
        while (!name.equals(focused()) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(focused()).isEqualTo(name);
    }

    static String focused() {
        return EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "nobody" : String.valueOf(owner.getName());
        });
    }

    /** Every button stands on the screen with its words whole, and so do the texts above and in the fields. */
    void assertWhole(String where) {
        EventThread.call(() -> {
            shown.window.frame().validate();
            OverlayPanel panel = (OverlayPanel) shown.window.frame().getGlassPane();
            panel.validate();
            Rectangle screen = new Rectangle(panel.getSize());
            assertThat(SampleWindow.all(panel).filter(part -> part instanceof AbstractButton && part.isShowing()))
                    .hasSizeGreaterThan(35)
                    .allSatisfy(part -> {
                        AbstractButton button = (AbstractButton) part;
                        Rectangle bounds =
                                SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), panel);
                        assertThat(screen.contains(bounds))
                                .as(where + " " + button.getName())
                                .isTrue();
                        assertThat(button.getFontMetrics(button.getFont()).stringWidth(button.getText()))
                                .as(where + " " + button.getName())
                                .isLessThanOrEqualTo(bounds.width - button.getInsets().left - button.getInsets().right);
                        assertThat(button.getFont().getSize2D())
                                .as(where + " " + button.getName())
                                .isLessThanOrEqualTo(bounds.height);
                    });
            JTextArea sentence = (JTextArea) inPanel(kind + ".sentence");
            assertThat(sentence.getHeight())
                    .as(where + " sentence")
                    .isGreaterThanOrEqualTo(sentence.getPreferredSize().height);
            JTextField field = (JTextField) inPanel(second);
            assertThat(field.getHeight())
                    .as(where + " field")
                    .isGreaterThanOrEqualTo(
                            field.getFontMetrics(field.getFont()).getHeight());
            return null;
        });
    }

    void save(String name) throws IOException {
        BufferedImage picture = EventThread.call(() -> {
            Component panel = shown.window.frame().getGlassPane();
            BufferedImage made = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = made.createGraphics();
            panel.print(pen);
            pen.dispose();
            return made;
        });
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    }

    boolean isPanelOpen() {
        return EventThread.call(() -> shown.window.frame().getGlassPane().isVisible());
    }

    String sentence() {
        return EventThread.call(() -> ((JTextArea) inPanel(kind + ".sentence")).getText());
    }

    String title() {
        return EventThread.call(() -> ((JTextArea) inPanel("panel.title")).getText());
    }

    String body() {
        return EventThread.call(() -> ((JTextArea) inPanel("panel.text")).getText());
    }

    String text(String field) {
        return EventThread.call(() -> ((JTextField) inPanel(field)).getText());
    }

    void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) inPanel(name)).doClick(0);
            return null;
        });
    }

    Component inPanel(String name) {
        return SampleWindow.all((OverlayPanel) shown.window.frame().getGlassPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }
}
