package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen before any other window is there; the pictures lie in {@code target/start}. */
class StartScreenTest {

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "800, 480", "1280, 1024", "3840, 2160"})
    void itsWordsStandWholeOnThePaperBesideTheFieldOfTheNextScene(int width, int height) throws Exception {
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = seen.createGraphics();
        StartScreen.paint(pen, width, height);
        pen.dispose();
        write(seen, width + "x" + height);

        Color field = new Color(seen.getRGB(2, 2));
        Color paper = new Color(seen.getRGB(width - 2, height - 2));
        assertThat(field).isEqualTo(new Color(0x3B4358));
        assertThat(paper).isEqualTo(new Color(0xFBFAF6));
        assertThat(inked(seen, field, paper)).as("pixels of letters").isGreaterThan(width * height / 500);
        int edge = Math.min(width, height) / 30;
        for (int y = 0; y < height; y++) {
            for (int x = width - edge; x < width; x++) {
                assertThat(new Color(seen.getRGB(x, y))).isIn(field, paper);
            }
        }
    }

    private static int inked(BufferedImage seen, Color field, Color paper) {
        int count = 0;
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int rgb = seen.getRGB(x, y);
                count += rgb == field.getRGB() || rgb == paper.getRGB() ? 0 : 1;
            }
        }
        return count;
    }

    private static void write(BufferedImage seen, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "start"));
        File file = folder.resolve(name + ".png").toFile();
        ImageIO.write(seen, "png", file);
    }
}
