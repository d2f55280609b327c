package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.einlass.contract.code.BookingNumber;
import org.einlass.kiosk.gate.SampleEntries;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booking number and family name in place of a ticket, on the real window. Pictures go to target/guest-help. */
@Tag("window")
@CacioTest
class BookingPanelTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "guest-help");
    private static final String NUMBER = BookingNumber.next(new Random(7)).digits();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    @AutoClose
    private SampleWindow shown;

    private final AtomicInteger scans = new AtomicInteger();

    @BeforeEach
    void open() {
        open(Language.GERMAN, new Dimension(1280, 800));
    }

    private void open(Language language, Dimension size) {
        if (shown != null) {
            shown.close();
        }
        shown = new SampleWindow(SampleScenes.TITLE, language, size);
        shown.window.showCounter(new Counter("2"));
        shown.window.offerBookingNumbers(true);
    }

    @Test
    void fingersTypeNumberAndNameAndTheTicketIsScanned() {
        openForm();
        typeOnTheScreen(NUMBER + "MÜLLER-LÜDENSCHEIDT");
        click("booking.go");

        assertThat(shown.typed).hasSize(1);
        SampleWindow.Typed typed = shown.typed.get(0);
        assertThat(typed.number()).isEqualTo(NUMBER);
        assertThat(typed.familyName()).isEqualTo("MÜLLER-LÜDENSCHEIDT");
        assertThat(sentence()).startsWith("Einen Moment");
        click("booking.go");
        assertThat(shown.typed).as("asked once").hasSize(1);

        typed.attempt().found(scans::incrementAndGet);

        assertThat(isPanelOpen()).isFalse();
        assertThat(scans).hasValue(1);
        assertThat(shown.asked).containsExactly(GuestRequest.NO_TICKET);
    }

    @Test
    void aKeyboardTypesIntoBothFieldsAndEnterLeadsOn() {
        openForm();
        awaitFocus("booking.number");
        type("12a3-");
        assertThat(text("booking.number")).as("letters are no number").isEqualTo("123-");
        for (int sign = 0; sign < 4; sign++) {
            press(KeyEvent.VK_BACK_SPACE, '\b');
        }
        type(NUMBER);
        press(KeyEvent.VK_ENTER, '\n');
        awaitFocus("booking.name");
        type("d'Angelo");
        press(KeyEvent.VK_ENTER, '\n');

        assertThat(shown.typed)
                .extracting(SampleWindow.Typed::number, SampleWindow.Typed::familyName)
                .containsExactly(tuple(NUMBER, "d'Angelo"));
    }

    @Test
    void aSmallKeypadReachesEveryKeyByArrowsAndEnter() {
        openForm();
        awaitFocus("booking.number");
        type(NUMBER);
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("booking.name");
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("booking.key.Q");
        pressAndLetGo(KeyEvent.VK_ENTER);
        arrow(KeyEvent.VK_LEFT, "booking.key.Ü");
        pressAndLetGo(KeyEvent.VK_ENTER);
        arrow(KeyEvent.VK_DOWN, "booking.key.Ä");
        arrow(KeyEvent.VK_DOWN, "booking.key.space");
        arrow(KeyEvent.VK_RIGHT, "booking.key.Y");
        arrow(KeyEvent.VK_UP, "booking.key.A");
        arrow(KeyEvent.VK_UP, "booking.key.Q");
        arrow(KeyEvent.VK_UP, "booking.key.1");
        arrow(KeyEvent.VK_LEFT, "booking.key.delete");
        pressAndLetGo(KeyEvent.VK_ENTER);
        assertThat(text("booking.name")).isEqualTo("Q");
        press(KeyEvent.VK_TAB, '\t');
        awaitFocus("booking.go");
        pressAndLetGo(KeyEvent.VK_ENTER);

        assertThat(shown.typed).hasSize(1);
    }

    @Test
    void whatCannotBeABookingNumberIsToldAtOnceAndCostsNoQuestion() {
        openForm();
        typeOnTheScreen("123MEIER");
        click("booking.go");
        assertThat(sentence()).contains("neun Ziffern").contains("prüfen");
        awaitFocus("booking.number");
        typeOnTheScreen(NUMBER);
        click("booking.key.delete");
        click("booking.go");

        assertThat(shown.typed).isEmpty();
    }

    @Test
    void aWrongPairAndABrakeReadAlikeAndGiveNoReasonInBothLanguages() {
        for (Language language : Language.values()) {
            open(language, new Dimension(1280, 800));
            openForm();
            typeOnTheScreen(NUMBER + "MEIER");
            click("booking.go");
            shown.typed.get(0).attempt().sendToCounter();
            shown.spoken();

            assertThat(title() + " " + body())
                    .contains(language == Language.GERMAN ? "Schalter\u00a02" : "counter\u00a02")
                    .doesNotContainIgnoringCase("meier")
                    .doesNotContain(NUMBER)
                    .doesNotContainPattern("(?i)falsch|ungültig|unbekannt|gesperrt|wrong|invalid|unknown|blocked|fehl");
            click("booking.again");
            assertThat(text("booking.number") + text("booking.name")).isEmpty();
        }
    }

    @Test
    void aScanWhileAGuestTypesOpensThatGuestAndDropsTheForm() {
        openForm();
        typeOnTheScreen(NUMBER + "MEIER");
        click("booking.go");
        shown.window.show(new Scene.Reading(), SampleEntries.id());
        assertThat(shown.spoken()).isNotBlank();
        assertThat(isPanelOpen()).isFalse();

        shown.typed.get(0).attempt().found(scans::incrementAndGet);
        shown.typed.get(0).attempt().sendToCounter();
        shown.spoken();

        assertThat(scans).as("an answer that comes late shows nobody's ticket").hasValue(0);
        assertThat(isPanelOpen()).isFalse();
        shown.window.show(new Scene.Idle());
        openForm();
        assertThat(text("booking.number") + text("booking.name")).isEmpty();
    }

    @Test
    void beforeItClosesItSaysSoAndMoreTimeIsGivenAsOftenAsItIsAskedFor() {
        openForm();
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGEST);
        assertThat(sentence()).contains("Mehr Zeit");
        assertThat(shown.alarm.next()).contains(BookingPanel.WARNING);
        for (int turn = 0; turn < 3; turn++) {
            click("booking.time");
            assertThat(shown.alarm.next()).contains(OverlayPanel.LONGER);
        }
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGER);
        typeOnTheScreen("1");
        assertThat(shown.alarm.next()).as("a key says that somebody is there").contains(OverlayPanel.LONGER);
        shown.alarm.ring();
        shown.alarm.ring();

        assertThat(isPanelOpen()).isFalse();
    }

    @Test
    void languageTypeAndContrastChangeAroundWhatIsTyped() {
        openForm();
        typeOnTheScreen("123ABC");
        shown.press(KeyEvent.VK_F2);
        shown.press(KeyEvent.VK_F3);
        shown.press(KeyEvent.VK_F4);

        assertThat(sentence()).startsWith("Please enter");
        assertThat(text("booking.number")).isEqualTo("123");
        assertThat(text("booking.name")).isEqualTo("ABC");
    }

    @Test
    void withoutServerOrWhereTheEventDoesNotAllowItTheCounterIsNamed() {
        shown.window.offerBookingNumbers(false);
        shown.click("aid.help");
        click("help.NO_TICKET");

        assertThat(body()).contains("Schalter\u00a02");
        assertThat(shown.typed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void standsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            open(language, new Dimension(width, height));
            for (String type : List.of("usual", "large")) {
                openForm();
                typeOnTheScreen("123456782MÜLLER-LÜDENSCHEIDT");
                assertWhole(width + "-" + language.locale() + "-" + type);
                save(width + "-" + language.locale() + "-" + type + "-booking");
                shown.alarm.ring();
                assertWhole(width + "-" + language.locale() + "-" + type + " warning");
                click("panel.close");
                shown.press(KeyEvent.VK_F3);
            }
        }
    }

    private void openForm() {
        shown.click("aid.help");
        click("help.NO_TICKET");
        EventThread.call(() -> {
            shown.window.frame().validate();
            return null;
        });
    }

    private void typeOnTheScreen(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(sign -> click("booking.key." + sign));
    }

    private void type(String text) {
        text.chars().forEach(sign -> press(KeyEvent.VK_UNDEFINED, (char) sign));
    }

    /** As a keyboard does, to whoever has the focus. */
    private void press(int code, char sign) {
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

    private void pressAndLetGo(int code) {
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_PRESSED, 1, 0, code, '\n'));
            owner.dispatchEvent(new KeyEvent(owner, KeyEvent.KEY_RELEASED, 2, 0, code, '\n'));
            return null;
        });
    }

    private void arrow(int code, String to) {
        press(code, KeyEvent.CHAR_UNDEFINED);
        awaitFocus(to);
    }

    private void awaitFocus(String name) {
        long end = System.nanoTime() + PATIENCE;
        while (!name.equals(focused()) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(focused()).isEqualTo(name);
    }

    private static String focused() {
        return EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "nobody" : String.valueOf(owner.getName());
        });
    }

    /** Every button stands on the screen with its words whole, and so do the texts above and in the fields. */
    private void assertWhole(String where) {
        EventThread.call(() -> {
            shown.window.frame().validate();
            OverlayPanel panel = (OverlayPanel) shown.window.frame().getGlassPane();
            panel.validate();
            Rectangle screen = new Rectangle(panel.getSize());
            assertThat(SampleWindow.all(panel).filter(part -> part instanceof AbstractButton && part.isShowing()))
                    .hasSizeGreaterThan(40)
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
            JTextArea sentence = (JTextArea) inPanel("booking.sentence");
            assertThat(sentence.getHeight())
                    .as(where + " sentence")
                    .isGreaterThanOrEqualTo(sentence.getPreferredSize().height);
            JTextField field = (JTextField) inPanel("booking.name");
            assertThat(field.getHeight())
                    .as(where + " field")
                    .isGreaterThanOrEqualTo(
                            field.getFontMetrics(field.getFont()).getHeight());
            return null;
        });
    }

    private void save(String name) throws IOException {
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

    private boolean isPanelOpen() {
        return EventThread.call(() -> shown.window.frame().getGlassPane().isVisible());
    }

    private String sentence() {
        return EventThread.call(() -> ((JTextArea) inPanel("booking.sentence")).getText());
    }

    private String title() {
        return EventThread.call(() -> ((JTextArea) inPanel("panel.title")).getText());
    }

    private String body() {
        return EventThread.call(() -> ((JTextArea) inPanel("panel.text")).getText());
    }

    private String text(String field) {
        return EventThread.call(() -> ((JTextField) inPanel(field)).getText());
    }

    private void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) inPanel(name)).doClick(0);
            return null;
        });
    }

    private Component inPanel(String name) {
        return SampleWindow.all((OverlayPanel) shown.window.frame().getGlassPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }
}
