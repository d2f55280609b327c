package org.einlass.reports.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrinterTestPageTest {
    private static final int DPI = 203;

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void hasItsFrameAtThePapersEdgeAndACodeThatReadsInOneBit(BadgeFormat format) {
        BufferedImage image = page(format).raster(0, DPI, Inks.BLACK);

        assertThat(QrReader.read(image)).contains(PrinterTestPage.CODE);
        assertThat(isDark(image, image.getWidth() / 2, 0)).as("top").isTrue();
        assertThat(isDark(image, 0, image.getHeight() / 2)).as("left").isTrue();
        assertThat(isDark(image, image.getWidth() - 1, image.getHeight() / 2)
                        || isDark(image, image.getWidth() - 2, image.getHeight() / 2))
                .as("right")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void isTurnedAsAWholeForPaperThatLiesAcross(BadgeFormat format) {
        PrintedPages upright = page(format);
        PrintedPages turned = upright.turned();

        BufferedImage image = turned.raster(0, DPI, Inks.BLACK);
        assertThat(image.getWidth())
                .isEqualTo(upright.raster(0, DPI, Inks.BLACK).getHeight());
        assertThat(QrReader.read(image)).contains(PrinterTestPage.CODE);
        assertThat(VeraPdf.findings(upright.pdf())).isEmpty();
        assertThat(VeraPdf.findings(turned.pdf())).isEmpty();
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 128;
    }

    private static PrintedPages page(BadgeFormat format) {
        return new PrinterTestPage().page(format, "Brother-Eingang-Ost", Locale.GERMAN);
    }
}
