package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How scenes look, painted without a display. */
class SceneViewTest {
    private static final double READABLE = 7;

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1366, 768", "800, 1280", "1024, 768", "800, 480", "3840, 2160"
    })
    void everyWordStandsWholeAndLargeOnEveryScreen(int width, int height) {
        for (Language language : Language.values()) {
            OffscreenStage stage = OffscreenStage.of(language, new Dimension(width, height));

            SampleScenes.all().forEach((name, scene) -> {
                stage.show(scene);

                assertThat(stage.shareOfText()).as(name + " " + language).isGreaterThan(0.8f);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "800, 1280", "1024, 768", "800, 480"})
    void largeTypeIsLargerInEveryScene(int width, int height) {
        OffscreenStage stage = OffscreenStage.of(Language.GERMAN, new Dimension(width, height));
        Rectangle screen = new Rectangle(width, height);

        SampleScenes.all().forEach((name, scene) -> {
            stage.show(scene);
            stage.aid(false, false);
            float usual = stage.shareOfText();
            stage.aid(true, false);

            assertThat(stage.shareOfText()).as(name).isGreaterThan(usual * 1.08f);
            for (String part : List.of("event", "text", "done", "aid.help", "aid.privacy", "language.english")) {
                stage.boundsOf(part)
                        .ifPresent(bounds -> assertThat(screen.contains(bounds))
                                .as(name + ", " + part)
                                .isTrue());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1080, 1920", "1024, 768", "800, 480", "3840, 2160"})
    void case01NoTitlePushesAnythingOffTheScreen(int width, int height) {
        String words = "Digitale Verwaltung im ländlichen Raum: Kongress für Kommunen, Länder und Bund ";
        for (String title : List.of(
                "eGov1",
                words.substring(0, 60),
                words + "2022",
                words.repeat(4).substring(0, 300),
                "Donaudampfschifffahrtsgesellschaftskapitän".repeat(7),
                "行政のデジタル化".repeat(30),
                "مؤتمر الإدارة الرقمية ".repeat(12))) {
            OffscreenStage stage =
                    OffscreenStage.of(Wording.same(title), Language.GERMAN, new Dimension(width, height));
            Map<String, Scene> scenes = SampleScenes.all();
            scenes.keySet().retainAll(List.of("idle", "badge-ready", "counter-long", "badge-at-counter", "not-ready"));
            scenes.forEach((name, scene) -> {
                stage.show(scene);

                Rectangle screen = new Rectangle(width, height);
                String where = title.length() + " characters, " + name;
                assertThat(stage.shareOfText()).as(where).isGreaterThan(0.6f);
                for (String part :
                        List.of("event", "text", "done", "aid.help", "language.german", "language.english")) {
                    stage.boundsOf(part)
                            .ifPresent(bounds -> assertThat(screen.contains(bounds))
                                    .as(where + ", " + part)
                                    .isTrue());
                }
                Rectangle event = stage.boundsOf("event").orElseThrow();
                assertThat(event.height).as(where).isLessThan(height / 6);
                assertThat(event.intersects(stage.boundsOf("text").orElseThrow()))
                        .as(where)
                        .isFalse();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "3840, 2160"})
    void everyAidIsAtLeastAsWideAsItIsHigh(int width, int height) {
        for (Language language : Language.values()) {
            OffscreenStage stage = OffscreenStage.of(language, new Dimension(width, height));
            stage.show(new Scene.BadgeReady());
            for (String aid : List.of("aid.large", "aid.contrast", "aid.time", "aid.privacy", "aid.help")) {
                assertThat(stage.boundsOf(aid))
                        .hasValueSatisfying(
                                bounds -> assertThat(bounds.width).as(aid).isGreaterThanOrEqualTo(bounds.height));
            }
        }
    }

    @Test
    void controlsLieInTheLowerHalfOfATallScreenAndAtTheFootOfABroadOne() {
        for (Dimension size : List.of(new Dimension(1080, 1920), new Dimension(1920, 1080))) {
            OffscreenStage stage = OffscreenStage.of(Language.GERMAN, size);

            stage.show(new Scene.BadgeReady());

            assertThat(Theme.size("buttonHeight")).isGreaterThanOrEqualTo(100);
            assertThat(stage.topOf("done")).isGreaterThan(size.height / 2);
            assertThat(stage.topOf("language.german")).isGreaterThan(size.height / 2);
        }
    }

    @Test
    void everyWordAndSymbolHasAContrastOfSevenToOne() {
        OffscreenStage.of(Language.GERMAN, new Dimension(800, 600));

        for (Tone tone : Tone.values()) {
            assertThat(contrast(tone.field(), tone.onField())).as(tone.name()).isGreaterThanOrEqualTo(READABLE);
        }
        Map.of("ink", "paper", "ink.soft", "paper", "quiet", "paper", "ink.", "chosen")
                .forEach((text, ground) -> {
                    String name = text.endsWith(".") ? "ink" : text;
                    assertThat(contrast(Theme.colour(name), Theme.colour(ground)))
                            .as(name + " on " + ground)
                            .isGreaterThanOrEqualTo(READABLE);
                });
        assertThat(contrast(Theme.colour("quiet"), Theme.colour("quiet.on"))).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void highContrastIsHighInEverySceneAndOnEveryButton() {
        OffscreenStage.of(Language.GERMAN, new Dimension(800, 600));
        EventThread.call(() -> {
            Theme.setContrast(true);
            return null;
        });
        try {
            for (Tone tone : Tone.values()) {
                assertThat(contrast(tone.field(), tone.onField()))
                        .as(tone.name())
                        .isGreaterThanOrEqualTo(READABLE);
            }
            Map.of(
                            "ink",
                            "paper",
                            "ink.soft",
                            "paper",
                            "control",
                            "paper",
                            "focus",
                            "paper",
                            "control.on",
                            "control",
                            "chosen.on",
                            "chosen")
                    .forEach((text, ground) -> assertThat(contrast(Theme.colour(text), Theme.colour(ground)))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(READABLE));
        } finally {
            EventThread.call(() -> {
                Theme.setContrast(false);
                return null;
            });
        }
    }

    @Test
    void everySymbolHasASilhouetteOfItsOwn() {
        List<Symbol> symbols = new ArrayList<>(List.of(Symbol.values()));
        symbols.remove(Symbol.ONLY_PLACE);

        for (Symbol one : symbols) {
            for (Symbol other : symbols) {
                if (one.compareTo(other) < 0) {
                    assertThat(difference(one, other)).as(one + " and " + other).isGreaterThan(0.15);
                }
            }
        }
    }

    @Test
    void showsTheCamerasPictureAsAMirror() {
        OffscreenStage stage = OffscreenStage.of(Language.GERMAN, new Dimension(1080, 1920));
        stage.show(new Scene.Idle());

        stage.look(halves(Color.RED, Color.BLUE), null);

        assertThat(colourAt(stage.picture(), 20, 20)).isEqualTo(Color.BLUE);
        assertThat(colourAt(stage.picture(), 1060, 20)).isEqualTo(Color.RED);
    }

    @Test
    void showsNoCameraPictureToAGuestWhoseVerdictIsRead() {
        OffscreenStage stage = OffscreenStage.of(Language.GERMAN, new Dimension(1080, 1920));
        stage.look(halves(Color.RED, Color.BLUE), null);

        stage.show(new Scene.PleaseGoToCounter(new Counter("2")));

        assertThat(colourAt(stage.picture(), 20, 20)).isEqualTo(Tone.COUNTER.field());
    }

    @Test
    void marksTheCodeThatWasFoundWhereTheMirrorShowsIt() {
        OffscreenStage stage = OffscreenStage.of(Language.GERMAN, new Dimension(1080, 1920));
        stage.show(new Scene.Idle());
        BufferedImage grey = halves(Color.GRAY, Color.GRAY);

        stage.look(grey, CameraPicture.square(600, 300, 100));

        double scale = 1920 * 0.44 / 720;
        int mirrored = (int) Math.round(540 - (600 - 640) * scale);
        int top = (int) Math.round(1920 * 0.22 + (350 - 360) * scale);
        assertThat(colourAt(stage.picture(), mirrored, top)).isEqualTo(Theme.colour("found"));
    }

    private static BufferedImage halves(Color left, Color right) {
        BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 720; y++) {
            for (int x = 0; x < 1280; x++) {
                picture.setRGB(x, y, (x < 640 ? left : right).getRGB());
            }
        }
        return picture;
    }

    private static Color colourAt(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y));
    }

    /** Share of the square in which two silhouettes differ. */
    private static double difference(Symbol one, Symbol other) {
        Area outline = one.shape(0.7);
        outline.exclusiveOr(other.shape(0.7));
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
