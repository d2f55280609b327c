package org.einlass.reports.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signs for boxes, kiosks and the wireless network. */
class SignRendererTest {
    private static final int DPI = 50;

    @ParameterizedTest
    @EnumSource(SignPaper.class)
    void keepsAWhiteMarginAndAsksNothingOfAPrinterButBlack(SignPaper paper) {
        PrintedPages pages = pages(paper);

        assertThat(pages.count()).isEqualTo(SampleSigns.SIGNS.size());
        for (int page = 0; page < pages.count(); page++) {
            BufferedImage image = pages.raster(page, DPI, Inks.COLOUR);
            int margin = (int) (12 / 25.4 * DPI);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    boolean edge = x < margin
                            || y < margin
                            || x >= image.getWidth() - margin
                            || y >= image.getHeight() - margin;
                    assertThat(edge && (image.getRGB(x, y) & 0xFF) < 200)
                            .as("ink at " + x + "/" + y + " of page " + page)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignPaper.class)
    void saysBoxAndLettersAndANetworkThatPhonesRead(SignPaper paper) {
        PrintedPages pages = pages(paper);

        assertThat(ReadBack.pages(pages.pdf()).get(0)).contains("1").contains("A–F");
        assertThat(QrReader.read(pages.raster(3, 100, Inks.BLACK))).contains(SampleSigns.WIFI);
        assertThat(VeraPdf.findings(pages.pdf())).isEmpty();
    }

    private static PrintedPages pages(SignPaper paper) {
        return new SignRenderer().pages(SampleSigns.SIGNS, paper, "Schilder", Locale.GERMAN);
    }
}
