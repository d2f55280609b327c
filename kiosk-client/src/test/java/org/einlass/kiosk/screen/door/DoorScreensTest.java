package org.einlass.kiosk.screen.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.CutTexts;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen of the door, with titles that nobody expects: no text is cut and none is read as markup. Pictures go to
 * target/door; {@code -Deinlass.desk.all=true} makes them in every combination.
 */
@Tag("window")
@CacioTest
class DoorScreensTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "door");
    private static final List<String> TITLES = List.of(
            "Loge 4",
            "<html><h1>Saal</h1><img src='x'>",
            "Donaudampfschifffahrtsgesellschaftskapitäne und ihre Häfen im großen Saal "
                    .repeat(2)
                    .strip(),
            "\u202Eقاعة\u202C Ze\u0301\u0327\u0338l \uD83D\uDEAA 会議室");

    private DoorWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, GERMAN, 1280, 800",
        "0, ENGLISH, 1920, 1080",
        "1, GERMAN, 1280, 800",
        "2, ENGLISH, 1280, 800",
        "2, GERMAN, 800, 480",
        "3, GERMAN, 1280, 800"
    })
    void noTextOfAnyScreenIsCutOrReadAsMarkup(int title, Language language, int width, int height) {
        assertThat(wrong(title, language, new Dimension(width, height))).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "einlass.desk.all", matches = "true")
    void noTextIsCutInAnyCombination() {
        List<String> wrong = new ArrayList<>();
        for (Dimension size : List.of(new Dimension(1280, 800), new Dimension(1920, 1080), new Dimension(800, 480))) {
            for (Language language : Language.values()) {
                for (int title = 0; title < TITLES.size(); title++) {
                    wrong.addAll(wrong(title, language, size));
                    close();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(int title, Language language, Dimension size) {
        List<String> wrong = new ArrayList<>();
        String place = "screen-" + title + "-" + language.locale() + "-" + size.width + "-";
        Wording words = Wording.same(TITLES.get(title));
        DoorVerdict refused =
                new DoorVerdict(DoorTone.REFUSED, DoorSymbol.STOP, DoorMessages.say("refused"), words, Duration.ZERO);
        open(size, language, display(words, DoorSamples.verdicts().get("ready")));
        wrong.addAll(looked(place + "ready"));
        window.openCount();
        wrong.addAll(looked(place + "count"));
        window.openDoors();
        wrong.addAll(looked(place + "doors"));
        assertThat(EventThread.call(window.view()::titlesFit))
                .as(place + "doors")
                .isTrue();
        window.openPin(true);
        wrong.addAll(looked(place + "pin"));
        window.show(display(words, refused));
        wrong.addAll(looked(place + "refused"));
        assertThat(EventThread.call(window.view()::headlineShare))
                .as(place + "refused")
                .isPositive();
        return wrong;
    }

    private List<String> looked(String name) {
        EventThread.call(() -> null);
        return EventThread.call(() -> {
            window.frame().validate();
            CutTexts.save(window.view(), PICTURES.resolve(name + ".png"));
            return CutTexts.in(window.view()).stream()
                    .map(each -> name + ": " + each)
                    .toList();
        });
    }

    private static DoorDisplay display(Wording words, DoorVerdict verdict) {
        DoorDisplay usual = DoorSamples.display(words, words, verdict, new DoorRoom(28, 34, true));
        return new DoorDisplay(
                usual.door(),
                usual.place(),
                false,
                verdict,
                verdict.hashCode(),
                usual.room(),
                usual.last(),
                List.of(words, DoorMessages.say("notice.offline")),
                IntStream.range(0, 7)
                        .mapToObj(number -> new DoorOption("door-" + number, words, number % 2 == 1, number == 0))
                        .toList(),
                usual.faults());
    }

    private void open(Dimension size, Language language, DoorDisplay first) {
        window = DoorWindow.sized(size, language, first, (pause, then) -> () -> {}, new DoorWindow.Listener() {
            @Override
            public void undo() {}

            @Override
            public void changed(int people) {}

            @Override
            public void wantsToCount() {}

            @Override
            public void counted(int people) {}

            @Override
            public void wantsToChoose() {}

            @Override
            public void chosen(String door) {}

            @Override
            public void turned() {}

            @Override
            public void verdictEnded(long number) {}

            @Override
            public void closeRequested() {}
        });
    }
}
