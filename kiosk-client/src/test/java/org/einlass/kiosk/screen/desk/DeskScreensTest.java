package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JToolTip;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.screen.CutTexts;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen of the desk, with what people usually write and with what nobody expects: no text is cut and none is
 * read as markup. Pictures go to target/desk; {@code -Deinlass.desk.all=true} makes them in every combination.
 */
@Tag("window")
@CacioTest
class DeskScreensTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "desk");
    private static final String USUAL = "usual";

    private JFrame frame;
    private Pictures pictures = Pictures.OF_ALL;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /** Odd texts are looked at by the test in every look; somebody looks at them in some looks, and where one is wrong. */
    private enum Pictures {
        OF_ALL,
        OF_WHAT_IS_WRONG
    }

    @BeforeEach
    void open() {
        frame = EventThread.call(() -> {
            Theme.install();
            JFrame made = new JFrame();
            made.setUndecorated(true);
            return made;
        });
    }

    @AfterEach
    void close() {
        written.join();
        EventThread.call(() -> {
            frame.dispose();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "usual, GERMAN, 1280, 800, false, 0, 1",
        "usual, ENGLISH, 1920, 1080, true, 0, 2",
        "usual, GERMAN, 1920, 1080, false, 1, 5",
        "usual, GERMAN, 1280, 800, true, 2, 1",
        "markup, ENGLISH, 1280, 800, false, 1, 1",
        "long, GERMAN, 1280, 800, false, 1, 2",
        "scripts, GERMAN, 1280, 800, true, 0, 4"
    })
    void noTextOfAnyScreenIsCutOrReadAsMarkup(
            String texts, Language language, int width, int height, boolean contrast, int larger, int oneOf) {
        assertThat(wrong(texts, language, new Dimension(width, height), contrast, larger, oneOf))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GERMAN, 1280, 800", "GERMAN, 1920, 1080", "ENGLISH, 1280, 800", "ENGLISH, 1920, 1080"})
    @EnabledIfSystemProperty(named = "einlass.desk.all", matches = "true")
    void noTextIsCutInAnyCombination(Language language, int width, int height) {
        Dimension size = new Dimension(width, height);
        List<String> wrong = new ArrayList<>();
        for (int larger = 0; larger < DeskLook.TypeSize.values().length; larger++) {
            wrong.addAll(wrong(USUAL, language, size, false, larger, 1));
            wrong.addAll(wrong(USUAL, language, size, true, larger, 1));
            pictures = Pictures.OF_WHAT_IS_WRONG;
            for (String kind : DeskSamples.hostile().keySet()) {
                wrong.addAll(wrong(kind, language, size, larger == 1, larger, 1));
            }
            pictures = Pictures.OF_ALL;
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNameInLettersThatTheFamilyLacksIsDrawnInAFontThatHasThem() {
        String name = DeskSamples.hostile().get("scripts").given();

        int drawn = EventThread.call(() -> Theme.regular(20).canDisplayUpTo(name));

        assertThat(drawn).isEqualTo(new Font(Font.DIALOG, Font.PLAIN, 20).canDisplayUpTo(name));
        assertThat(EventThread.call(() -> Theme.semibold(20).canDisplayUpTo(name)))
                .isEqualTo(drawn);
    }

    @Test
    void aTouchOfAMembersNameTakesTheMemberOut() {
        shown(DeskSamples.USUAL, "form-GROUP");
        JCheckBox member = (JCheckBox) part("form.member.2");
        Component words = part("words.form.member.2");
        assertThat(member.isSelected()).isTrue();

        mouse(words, MouseEvent.MOUSE_PRESSED);
        mouse(words, MouseEvent.MOUSE_RELEASED);

        assertThat(EventThread.call(member::isSelected)).isFalse();
    }

    @Test
    void theTipWithAWholeNameGoesWhenTheDeskIsLocked() {
        DeskPane pane = shown(DeskSamples.hostile().get("long"), "found");
        int before = ToolTipManager.sharedInstance().getInitialDelay();
        ToolTipManager.sharedInstance().setInitialDelay(0);
        try {
            mouse(part("found"), MouseEvent.MOUSE_ENTERED);
            mouse(part("found"), MouseEvent.MOUSE_MOVED);
            await(this::tipShows);
        } finally {
            ToolTipManager.sharedInstance().setInitialDelay(before);
        }

        EventThread.call(() -> {
            pane.show(DeskState.LOCKED, false);
            return null;
        });

        assertThat(EventThread.call(this::tipShows)).isFalse();
    }

    private boolean tipShows() {
        return Stream.of(Window.getWindows())
                .flatMap(window -> CutTexts.all(window))
                .anyMatch(part -> part instanceof JToolTip && part.isShowing());
    }

    private DeskPane shown(DeskSamples.Texts texts, String screen) {
        Dimension size = new Dimension(1280, 800);
        return EventThread.call(() -> {
            DeskPane pane = pane(Language.GERMAN, look(size, false, 0), size, "Einlass");
            pane.show(new DeskSamples(texts).screens().get(screen), false);
            frame.validate();
            return pane;
        });
    }

    private Component part(String name) {
        return EventThread.call(() -> CutTexts.all(frame.getContentPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow());
    }

    /** As the mouse does it: the window finds the part at this place by itself. */
    private void mouse(Component part, int what) {
        EventThread.call(() -> {
            Point place = SwingUtilities.convertPoint(part, new Point(30, 10), frame);
            boolean pressed = what == MouseEvent.MOUSE_PRESSED;
            boolean button = pressed || what == MouseEvent.MOUSE_RELEASED;
            frame.dispatchEvent(new MouseEvent(
                    frame,
                    what,
                    0,
                    pressed ? MouseEvent.BUTTON1_DOWN_MASK : 0,
                    place.x,
                    place.y,
                    1,
                    false,
                    button ? MouseEvent.BUTTON1 : MouseEvent.NOBUTTON));
            return null;
        });
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!EventThread.call(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** @param oneOf so many screens one is looked at; which one differs with the look */
    private List<String> wrong(
            String kind, Language language, Dimension size, boolean contrast, int larger, int oneOf) {
        DeskSamples.Texts texts =
                kind.equals(USUAL) ? DeskSamples.USUAL : DeskSamples.hostile().get(kind);
        DeskLook look = look(size, contrast, larger);
        String place = kind + "-" + language.locale() + "-" + size.width + (contrast ? "-contrast" : "-light") + "-"
                + look.size();
        List<String> wrong = new ArrayList<>();
        DeskPane pane = EventThread.call(() -> pane(language, look, size, texts.sentence()));
        int number = larger;
        for (Map.Entry<String, DeskState> screen :
                new DeskSamples(texts).screens().entrySet()) {
            if (number++ % oneOf != 0) {
                continue;
            }
            String name = place + "-" + screen.getKey();
            EventThread.call(() -> {
                pane.show(screen.getValue(), false);
                return null;
            });
            List<String> here = EventThread.call(() -> {
                frame.validate();
                List<String> cut = CutTexts.in(frame.getContentPane());
                if (pictures == Pictures.OF_ALL || !cut.isEmpty()) {
                    save(name);
                }
                return cut;
            });
            here.forEach(each -> wrong.add(name + ": " + each));
        }
        return wrong;
    }

    /** Writes while the next screen is being painted. */
    private void save(String name) {
        BufferedImage picture = CutTexts.picture(frame.getContentPane());
        written.join();
        written = CompletableFuture.runAsync(() -> {
            try {
                CutTexts.write(picture, PICTURES.resolve(name + ".png"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static DeskLook look(Dimension size, boolean contrast, int larger) {
        DeskLook look = DeskLook.of(size.width, size.height);
        for (int step = 0; step < larger; step++) {
            look = look.withNextSize();
        }
        return contrast ? look.withOtherContrast() : look;
    }

    private DeskPane pane(Language language, DeskLook look, Dimension size, String title) {
        DeskPane.Actions actions = (DeskPane.Actions) Proxy.newProxyInstance(
                DeskScreensTest.class.getClassLoader(),
                new Class<?>[] {DeskPane.Actions.class},
                (proxy, method, arguments) -> null);
        DeskPane pane = new DeskPane(title, look, DeskMessages.in(language), ZoneId.of("Europe/Berlin"), actions);
        frame.setContentPane(pane);
        frame.setSize(size);
        frame.setVisible(true);
        return pane;
    }
}
