package org.einlass.kiosk.screen;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.einlass.contract.Wording;

/**
 * Paints every scene in both languages on tall, broad and small screens into a folder, for people who look at
 * them; needs no display.
 */
public final class SceneGallery {
    private static final Map<String, Dimension> SCREENS = Map.of(
            "broad", new Dimension(1920, 1080),
            "tall", new Dimension(1080, 1920),
            "laptop", new Dimension(1280, 800));

    private static final Wording LONG_TITLE = Wording.same(
            ("Digitale Verwaltung im ländlichen Raum: Kongress für Kommunen, Länder und Bund, mit Werkstatt, "
                            + "Ausstellung und Nachwuchspreis der Thüringer Staatskanzlei ")
                    .repeat(2)
                    .substring(0, 300));

    private SceneGallery() {}

    /** Paints into the folder that is named, else into target/gallery. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(List.of(arguments).stream().findFirst().orElse("target/gallery"));
        Files.createDirectories(folder);
        SCREENS.forEach((screen, size) -> {
            for (Language language : Language.values()) {
                paint(folder, screen + "-" + language.name().toLowerCase(Locale.ROOT), language, size);
            }
        });
    }

    private static void paint(Path folder, String prefix, Language language, Dimension size) {
        OffscreenStage stage = OffscreenStage.of(language, size);
        SampleScenes.all().forEach((name, scene) -> {
            stage.show(scene);
            stage.aid(false, false);
            save(folder.resolve(prefix + "-" + name + ".png"), stage.picture());
            stage.aid(true, true);
            save(folder.resolve(prefix + "-" + name + "-large-contrast.png"), stage.picture());
        });
        stage.aid(false, false);
        stage.look(CameraPicture.of(1280, 720), CameraPicture.code());
        stage.show(new Scene.Idle());
        save(folder.resolve(prefix + "-idle-camera.png"), stage.picture());
        OffscreenStage longTitle = OffscreenStage.of(LONG_TITLE, language, size);
        for (String name : List.of("badge-ready", "badge-at-counter", "welcome-back-other-day")) {
            longTitle.show(SampleScenes.all().get(name));
            save(folder.resolve(prefix + "-" + name + "-long-title.png"), longTitle.picture());
        }
    }

    private static void save(Path file, BufferedImage picture) {
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
