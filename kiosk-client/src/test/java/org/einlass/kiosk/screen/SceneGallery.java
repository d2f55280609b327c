package org.einlass.kiosk.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.einlass.contract.Wording;

/**
 * Paints scenes into a folder, each into a file and all of one kind onto a contact sheet, for people who look at them;
 * needs no display.
 */
final class SceneGallery {
    private static final int COLUMNS = 5;
    private static final int SMALL = 480;
    private static final int GAP = 12;

    /** Titles as organisers write them, beside the usual one. */
    static final Map<String, Wording> TITLES = titles();

    private final Path folder;

    SceneGallery(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private static Map<String, Wording> titles() {
        Map<String, Wording> titles = new LinkedHashMap<>();
        titles.put("title-5", Wording.same("eGov1"));
        titles.put(
                "title-300",
                Wording.same(
                        ("Digitale Verwaltung im ländlichen Raum: Kongress für Kommunen, Länder und Bund, mit Werkstatt, "
                                        + "Ausstellung und Nachwuchspreis der Thüringer Staatskanzlei ")
                                .repeat(2)
                                .substring(0, 300)));
        titles.put("title-japanese", Wording.same("行政のデジタル化".repeat(6)));
        titles.put(
                "title-arabic", Wording.same("مؤتمر الإدارة الرقمية ".repeat(4).strip()));
        return titles;
    }

    /** Every scene in one language on one screen. @return the pictures by the scenes' names */
    Map<String, BufferedImage> paint(
            String screen, Dimension size, Language language, Wording title, boolean large, boolean contrast) {
        OffscreenStage stage = OffscreenStage.of(title, language, size);
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        SampleScenes.all().forEach((name, scene) -> {
            stage.show(scene);
            stage.aid(large, contrast);
            pictures.put(name, stage.picture());
        });
        stage.look(CameraPicture.of(1280, 720), CameraPicture.code());
        stage.show(new Scene.Idle());
        stage.aid(large, contrast);
        pictures.put("idle-camera", stage.picture());
        String kind = screen + "-" + language.name().toLowerCase(Locale.ROOT) + (large ? "-large" : "")
                + (contrast ? "-contrast" : "");
        pictures.forEach((name, picture) -> save(kind + "-" + name, picture));
        save("sheet-" + kind, sheet(new ArrayList<>(pictures.values()), COLUMNS));
        return pictures;
    }

    /** Small pictures side by side, so many in a row. */
    static BufferedImage sheet(List<BufferedImage> pictures, int columns) {
        BufferedImage first = pictures.get(0);
        double scale = (double) SMALL / Math.max(first.getWidth(), first.getHeight());
        int width = (int) (first.getWidth() * scale);
        int height = (int) (first.getHeight() * scale);
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        for (int place = 0; place < pictures.size(); place++) {
            pen.drawImage(
                    pictures.get(place).getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
                    place % columns * (width + GAP),
                    place / columns * (height + GAP),
                    null);
        }
        pen.dispose();
        return sheet;
    }

    void save(String name, BufferedImage picture) {
        try {
            ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
