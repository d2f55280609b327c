package org.einlass.reports.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds of every page that is printed, whatever its data. {@code -Deinlass.pages=FOLDER} keeps the files. */
class EveryPageTest {
    private static final int DPI = 72;

    @TestFactory
    Stream<DynamicTest> isFitForArchivesAndScreenReaders() {
        return each((name, pages) -> {
            byte[] pdf = pages.pdf();
            String folder = System.getProperty("einlass.pages");
            if (folder != null) {
                keep(Path.of(folder).resolve(name + ".pdf"), pdf);
            }

            assertThat(VeraPdf.findings(pdf)).isEmpty();
        });
    }

    /** A4 printers leave about 5 mm white; badges fill their paper. */
    @TestFactory
    Stream<DynamicTest> keepsItsInkInsideThePrintersMargins() {
        return each((name, pages) -> {
            if (name.startsWith("badge") || name.startsWith("printer-test")) {
                return;
            }
            int margin = (int) (4 / 25.4 * DPI);
            for (int page = 0; page < Math.min(pages.count(), 4); page++) {
                BufferedImage image = pages.raster(page, DPI, Inks.COLOUR);
                for (int x = 0; x < image.getWidth(); x++) {
                    for (int y = 0; y < image.getHeight(); y++) {
                        boolean edge = x < margin
                                || y < margin
                                || x >= image.getWidth() - margin
                                || y >= image.getHeight() - margin;
                        assertThat(edge && (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF)
                                .as("ink at " + x + "/" + y + " of page " + page)
                                .isFalse();
                    }
                }
            }
        });
    }

    private static Stream<DynamicTest> each(Check check) {
        return EveryPage.all().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check.of(page.getKey(), page.getValue())));
    }

    private interface Check {
        void of(String name, PrintedPages pages);
    }

    private static void keep(Path file, byte[] pdf) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
