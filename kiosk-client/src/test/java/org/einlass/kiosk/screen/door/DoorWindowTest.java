package org.einlass.kiosk.screen.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JTextField;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.SceneTimer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door's real window: what a helper reads at arm's length, and the keys. Pictures go to target/door. */
@Tag("window")
@CacioTest
class DoorWindowTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "door");
    private static final Set<String> LOOKED_AT = Set.of(
            "ready",
            "admitted",
            "provisional",
            "refused-foreign",
            "refused-ask_at_counter",
            "undone",
            "once-more",
            "counted");
    private static final double CAPITAL = 0.727;

    private final List<String> told = new ArrayList<>();
    private final List<Runnable> alarms = new ArrayList<>();
    private final SceneTimer timer = this::set;
    private DoorWindow window;

    private Runnable set(Duration pause, Runnable then) {
        alarms.add(then);
        return () -> alarms.remove(then);
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 800", "800, 480"})
    void everyVerdictStandsWholeInLettersThatAreReadAtArmsLength(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            open(new Dimension(width, height), language);
            for (Map.Entry<String, DoorVerdict> each : DoorSamples.verdicts().entrySet()) {
                window.show(DoorSamples.display(each.getValue()));

                String where = width + "x" + height + " " + language + " " + each.getKey();
                assertThat(EventThread.call(window.view()::headlineShare) * CAPITAL)
                        .as(where)
                        .isGreaterThanOrEqualTo(0.08);
                assertThat(area("verdict")).as(where).isGreaterThanOrEqualTo(0.6 * width * height);
                if (LOOKED_AT.contains(each.getKey())) {
                    save(width + "-" + language.locale() + "-" + each.getKey());
                }
            }
            close();
        }
    }

    @Test
    void aLongSentenceOfANewerServerAndLongTitlesStandWholeOnASmallScreen() throws IOException {
        open(new Dimension(800, 480), Language.GERMAN);
        Wording title = Wording.same("Donaudampfschifffahrtsgesellschaftskapitäne und ihre Häfen ".repeat(5));
        Wording sentence =
                Wording.same("Diese Anmeldung gilt nur für den Vormittag und nicht für diesen Raum. ".repeat(3));
        DoorVerdict verdict = new DoorVerdict(
                DoorTone.REFUSED, DoorSymbol.STOP, DoorMessages.say("refused"), sentence, Duration.ZERO);

        window.show(DoorSamples.display(title, title, verdict, new DoorRoom(12_345, 20_000, true)));

        assertThat(EventThread.call(window.view()::headlineShare) * CAPITAL).isGreaterThanOrEqualTo(0.08);
        save("800-de-long");
        Rectangle screen = new Rectangle(800, 480);
        assertWhole("plus", "minus", "count", "turn", "doors", "undo");
        assertThat(Stream.of("door", "room", "verdict", "last", "undo"))
                .allSatisfy(name ->
                        assertThat(screen.contains(bounds(name))).as(name).isTrue());
        assertThat(bounds("door").intersects(bounds("room"))).isFalse();
    }

    @Test
    void theRoomSaysHowFullItIsByNumberWordAndShape() throws IOException {
        open(new Dimension(1280, 800), Language.GERMAN);
        DoorVerdict ready = DoorSamples.verdicts().get("ready");
        List<String> spoken = new ArrayList<>();
        for (DoorRoom room : List.of(
                new DoorRoom(29, 34, false),
                new DoorRoom(31, 34, false),
                new DoorRoom(34, 34, false),
                new DoorRoom(33, 34, true),
                new DoorRoom(120, null, false),
                new DoorRoom(null, 34, false))) {
            window.show(DoorSamples.display(DoorSamples.DOOR, DoorSamples.SESSION, ready, room));
            spoken.add(spoken("room"));
            save("1280-de-room-" + spoken.size());
        }

        assertThat(spoken)
                .containsExactly(
                        "29 / 34 – Platz frei",
                        "31 / 34 – fast voll",
                        "34 / 34 – voll",
                        "≈ 33 / 34 – fast voll, ohne Server gezählt",
                        "120 – im Raum",
                        "– / 34 – noch nicht gezählt");
    }

    @Test
    void everyPartSaysWhatItIsToThoseWhoDoNotSee() {
        open(new Dimension(1280, 800), Language.GERMAN);
        window.show(DoorSamples.display(DoorSamples.verdicts().get("refused-area_full")));

        assertThat(spoken("verdict"))
                .isEqualTo("Nicht einlassen – Der Raum ist voll besetzt. Bitte warten lassen, bis jemand geht.");
        assertThat(spoken("door")).isEqualTo("Loge 4 – Jetzt: Workshop KI in der Verwaltung, 10:30–12:00 Uhr");
        assertThat(spoken("last"))
                .isEqualTo("Ä. M. eingelassen 09:14 Uhr, W. W. nicht eingelassen 09:13 Uhr,"
                        + " – vorläufig eingelassen 09:13 Uhr, J. v. 09:12 Uhr zurückgenommen,"
                        + " M. S. eingelassen 09:12 Uhr,"
                        + " Ohne Server: Das Gerät entscheidet allein · 12 Einträge noch zu senden");
        assertThat(parts().filter(part -> part.getName() != null && part.isShowing()))
                .allSatisfy(part -> assertThat(part.getAccessibleContext().getAccessibleName())
                        .as(part.getName())
                        .isNotBlank());
    }

    @Test
    void oneKeyTakesTheLastOneBackAndAnotherChangesTheLanguage() {
        open(new Dimension(1280, 800), Language.GERMAN);
        window.show(DoorSamples.display(DoorSamples.verdicts().get("admitted")));

        press(KeyEvent.VK_DELETE);
        press(KeyEvent.VK_BACK_SPACE);
        press(KeyEvent.VK_F2);

        assertThat(told).containsExactly("undo", "undo");
        assertThat(spoken("verdict")).isEqualTo("Let in");
    }

    @Test
    void oneKeyCountsOneMoreOrOneLessAndTurnsToTheExit() {
        open(new Dimension(1280, 800), Language.GERMAN);

        press(KeyEvent.VK_PAGE_UP);
        press(KeyEvent.VK_PAGE_DOWN);
        press(KeyEvent.VK_F6);
        click("plus");

        assertThat(told).containsExactly("changed 1", "changed -1", "turned", "changed 1");
    }

    @Test
    void aKeyThatIsHeldDownCallsOnceAndTakesNothingBack() {
        open(new Dimension(1280, 800), Language.GERMAN);

        press(KeyEvent.VK_F7);
        press(KeyEvent.VK_F7);
        press(KeyEvent.VK_F7);
        assertThat(told).containsExactly("help");
        key(KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_F7);
        press(KeyEvent.VK_F7);
        key(KeyEvent.KEY_RELEASED, KeyEvent.SHIFT_DOWN_MASK, KeyEvent.VK_F7);
        press(KeyEvent.VK_F7);
        assertThat(told).containsExactly("help", "help", "help");

        EventThread.call(() -> {
            WindowEvent gone = new WindowEvent(window.frame(), WindowEvent.WINDOW_LOST_FOCUS);
            Stream.of(window.frame().getWindowFocusListeners()).forEach(listener -> listener.windowLostFocus(gone));
            return null;
        });
        press(KeyEvent.VK_F7);
        assertThat(told).as("released in another window").hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 800", "800, 480"})
    void whatWasCountedIsEnteredByDigitsOrByTouch(int width, int height) throws IOException {
        open(new Dimension(width, height), Language.GERMAN);

        press(KeyEvent.VK_F4);
        assertThat(typed("")).isEqualTo("28");
        click("count.step.10");
        click("count.step.-1");
        save(width + "-de-count");
        assertThat(typed("37a")).as("no letter gets in").isEqualTo("37");
        assertWhole("count.title", "count.field", "count.take", "count.cancel", "count.step.10", "count.step.-10");
        click("count.take");

        assertThat(told).containsExactly("counted 37");
        assertThat(isShowing("verdict")).isTrue();
        press(KeyEvent.VK_F4);
        press(KeyEvent.VK_ESCAPE);
        assertThat(isShowing("verdict")).isTrue();
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 800", "800, 480"})
    void theHelperChoosesAmongTheDoorsOfTheDevice(int width, int height) throws IOException {
        open(new Dimension(width, height), Language.GERMAN);

        press(KeyEvent.VK_F3);
        spoken("doors.loge-4");
        save(width + "-de-doors");
        assertWhole("doors.title", "doors.loge-4", "doors.haupteingang", "doors.cancel");
        assertThat(List.of(spoken("doors.loge-4"), spoken("doors.loge-4-aus"), spoken("doors.haupteingang")))
                .containsExactly("Loge 4, hier", "Loge 4 (Ausgang)", "Haupteingang");
        click("doors.haupteingang");

        assertThat(told).containsExactly("chosen haupteingang");
        assertThat(isShowing("verdict")).isTrue();
    }

    @Test
    void aScanTakesTheVerdictBackToTheScreenWhateverIsOpen() {
        open(new Dimension(1280, 800), Language.GERMAN);
        press(KeyEvent.VK_F4);
        assertThat(typed("")).isEqualTo("28");
        assertThat(isShowing("verdict")).isFalse();

        window.show(DoorSamples.display(DoorSamples.verdicts().get("refused-blocked")));

        assertThat(isShowing("verdict")).isTrue();
        assertThat(spoken("verdict")).startsWith("Nicht einlassen");
    }

    @Test
    void theExitSaysThatItIsOneInLargeLetters() throws IOException {
        open(new Dimension(1280, 800), Language.GERMAN);

        window.show(
                DoorSamples.atExit(DoorSamples.display(DoorSamples.verdicts().get("out"))));

        assertThat(spoken("door")).startsWith("AUSGANG: Loge 4");
        save("1280-de-exit");
    }

    @Test
    void aVerdictEndsByItselfAndTheNextOneHasItsOwnTime() {
        open(new Dimension(1280, 800), Language.GERMAN);
        window.show(DoorSamples.display(DoorSamples.verdicts().get("admitted")));
        window.show(DoorSamples.display(DoorSamples.verdicts().get("refused-blocked")));
        spoken("verdict");

        assertThat(alarms).hasSize(1);
        EventThread.call(() -> {
            alarms.get(0).run();
            return null;
        });
        assertThat(told)
                .containsExactly("verdict ended "
                        + DoorSamples.verdicts().get("refused-blocked").hashCode());
    }

    @Test
    void verdictsAreToldApartInShadesOfGreyAndByTheirSymbols() {
        open(new Dimension(800, 480), Language.GERMAN);
        Color admitted = DoorTone.ADMITTED.field();
        Color provisional = DoorTone.PROVISIONAL.field();
        Color refused = DoorTone.REFUSED.field();

        assertThat(contrast(admitted, refused)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(provisional, refused)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(admitted, provisional)).isGreaterThanOrEqualTo(2);
        for (DoorTone tone : DoorTone.values()) {
            assertThat(contrast(tone.field(), tone.onField())).as(tone.name()).isGreaterThanOrEqualTo(7);
        }
        for (DoorSymbol one : DoorSymbol.values()) {
            for (DoorSymbol other : DoorSymbol.values()) {
                if (one.compareTo(other) < 0) {
                    assertThat(difference(one, other)).as(one + " and " + other).isGreaterThan(0.12);
                }
            }
        }
    }

    private void open(Dimension size, Language language) {
        RepaintManager.setCurrentManager(new FailOnThreadViolationRepaintManager());
        DoorDisplay first = DoorSamples.display(DoorSamples.verdicts().get("ready"));
        window = DoorWindow.sized(size, language, first, timer, new DoorWindow.Listener() {
            @Override
            public void undo() {
                told.add("undo");
            }

            @Override
            public void changed(int people) {
                told.add("changed " + people);
            }

            @Override
            public void wantsToCount() {
                window.openCount();
            }

            @Override
            public void counted(int people) {
                told.add("counted " + people);
            }

            @Override
            public void wantsToChoose() {
                window.openDoors();
            }

            @Override
            public void chosen(String door) {
                told.add("chosen " + door);
            }

            @Override
            public void turned() {
                told.add("turned");
            }

            @Override
            public void help() {
                told.add("help");
            }

            @Override
            public void verdictEnded(long number) {
                told.add("verdict ended " + number);
            }

            @Override
            public void closeRequested() {
                told.add("close");
            }
        });
    }

    private void press(int key) {
        key(KeyEvent.KEY_PRESSED, 0, key);
    }

    private void key(int what, int modifiers, int key) {
        EventThread.call(() -> {
            Component target = window.frame().getContentPane();
            target.requestFocusInWindow();
            return SwingUtilities.processKeyBindings(
                    new KeyEvent(target, what, 0, modifiers, key, KeyEvent.CHAR_UNDEFINED));
        });
    }

    private void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) find(name)).doClick(0);
            return name;
        });
    }

    /** What stands in the field, with this typed over it. */
    private String typed(String text) {
        return EventThread.call(() -> {
            JTextField field = (JTextField) find("count.field");
            if (!text.isEmpty()) {
                field.selectAll();
                text.chars().forEach(one -> field.replaceSelection(String.valueOf((char) one)));
            }
            return field.getText();
        });
    }

    private boolean isShowing(String name) {
        return EventThread.call(() -> find(name).isShowing());
    }

    /** Every one of these stands whole on the screen, and its text whole on it. */
    private void assertWhole(String... names) {
        EventThread.call(() -> {
            window.frame().validate();
            return null;
        });
        Rectangle screen = new Rectangle(window.view().getSize());
        assertThat(Stream.of(names)).allSatisfy(name -> {
            assertThat(screen.contains(bounds(name))).as(name).isTrue();
            assertThat(EventThread.call(() -> find(name).getPreferredSize().width))
                    .as(name)
                    .isLessThanOrEqualTo(bounds(name).width + 1);
        });
    }

    private String spoken(String name) {
        return EventThread.call(() -> find(name).getAccessibleContext().getAccessibleName());
    }

    private Rectangle bounds(String name) {
        return EventThread.call(() -> {
            Component part = find(name);
            return SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), window.view());
        });
    }

    private double area(String name) {
        Rectangle bounds = bounds(name);
        return (double) bounds.width * bounds.height;
    }

    private Component find(String name) {
        return parts().filter(part -> name.equals(part.getName())).findFirst().orElseThrow();
    }

    private Stream<Component> parts() {
        return all(window.view());
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    private void save(String name) throws IOException {
        BufferedImage picture = EventThread.call(() -> {
            BufferedImage made =
                    new BufferedImage(window.view().getWidth(), window.view().getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = made.createGraphics();
            window.view().print(pen);
            pen.dispose();
            return made;
        });
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    }

    /** Share of the square in which two silhouettes differ. */
    private static double difference(DoorSymbol one, DoorSymbol other) {
        Area outline = one.shape();
        outline.exclusiveOr(other.shape());
        int inside = 0;
        for (double y = 0.5; y < 100; y++) {
            for (double x = 0.5; x < 100; x++) {
                inside += outline.contains(x, y) ? 1 : 0;
            }
        }
        return inside / 10_000.0;
    }

    /** By WCAG 2.2, section "contrast ratio". */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int band) {
        double share = band / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
