package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pictures of every scene, for people who look at them, in target/gallery: a small set with every build, and with
 * {@code -Deinlass.gallery=all} each scene in each language, size, type and contrast.
 */
final class SceneGalleryTest {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "gallery");
    private static final List<String> ON_THE_STRIP =
            List.of("idle-camera", "welcome", "printing", "badge-ready", "counter", "one-at-a-time");

    private static Map<String, Dimension> screens() {
        Map<String, Dimension> screens = new LinkedHashMap<>();
        screens.put("broad", new Dimension(1920, 1080));
        screens.put("tall", new Dimension(1080, 1920));
        screens.put("laptop", new Dimension(1280, 800));
        screens.put("small", new Dimension(1024, 768));
        return screens;
    }

    @Test
    void everySceneHasAPictureOfItsOwn() throws IOException {
        SceneGallery gallery = new SceneGallery(FOLDER);

        Map<String, BufferedImage> pictures =
                gallery.paint("laptop", new Dimension(1280, 800), Language.GERMAN, SampleScenes.TITLE, false, false);

        assertThat(pictures).hasSizeGreaterThan(SampleScenes.all().size());
        assertAllDiffer(pictures);
        gallery.save(
                "strip",
                SceneGallery.sheet(ON_THE_STRIP.stream().map(pictures::get).toList(), 3));
    }

    @Test
    @EnabledIfSystemProperty(named = "einlass.gallery", matches = "all")
    void everySceneInEveryLanguageSizeTypeAndContrast() throws IOException {
        SceneGallery gallery = new SceneGallery(FOLDER);
        for (Map.Entry<String, Dimension> screen : screens().entrySet()) {
            for (Language language : Language.values()) {
                for (boolean large : new boolean[] {false, true}) {
                    for (boolean contrast : new boolean[] {false, true}) {
                        assertAllDiffer(gallery.paint(
                                screen.getKey(), screen.getValue(), language, SampleScenes.TITLE, large, contrast));
                    }
                }
            }
        }
        for (Map.Entry<String, Wording> title : SceneGallery.TITLES.entrySet()) {
            gallery.paint(title.getKey(), new Dimension(1080, 1920), Language.GERMAN, title.getValue(), false, false);
        }
    }

    private static void assertAllDiffer(Map<String, BufferedImage> pictures) {
        Set<Integer> different = new HashSet<>();
        pictures.forEach((name, picture) -> {
            int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            assertThat(Arrays.stream(pixels).distinct().count()).as(name).isGreaterThan(20);
            different.add(Arrays.hashCode(pixels));
        });
        assertThat(different).hasSameSizeAs(pictures.keySet());
    }
}
