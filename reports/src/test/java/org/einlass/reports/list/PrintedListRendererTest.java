package org.einlass.reports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.Stream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedListRendererTest {
    private final PrintedListRenderer renderer = new PrintedListRenderer();

    @ParameterizedTest
    @MethodSource("samples")
    void shortTypicalAndExtremeListsAreFitForArchivesAndScreenReaders(PrintedList list) {
        assertThat(VeraPdf.findings(renderer.pages(list).pdf())).isEmpty();
    }

    static Stream<PrintedList> samples() {
        return Stream.of(
                SampleLists.signed(Locale.GERMAN),
                SampleLists.signed(Locale.ENGLISH),
                SampleLists.extreme(),
                SampleLists.empty());
    }

    @Test
    void everyRowStandsThereWithAColumnToSignIn() {
        byte[] pdf = renderer.pages(SampleLists.signed(Locale.GERMAN)).pdf();

        assertThat(ReadBack.structure(pdf))
                .containsEntry("Table", 1)
                .containsEntry("TR", 61)
                .containsEntry("TH", 5)
                .containsEntry("TD", 60 * 5);
        assertThat(ReadBack.text(pdf)).contains("Unterschrift").contains("Zyła, Łukasz");
    }

    /** Java makes a report's class in another way from the sixteenth time on, which must be allowed, too. */
    @Test
    void aListIsMadeAsOftenAsItIsAskedFor() {
        for (int time = 0; time < 40; time++) {
            assertThat(renderer.pages(SampleLists.signed(Locale.GERMAN)).count())
                    .as("time %d", time)
                    .isPositive();
        }
    }

    @Test
    void aListIsInOneLanguageAndEachPageSaysWhenItWasTrue() {
        PrintedPages pages = renderer.pages(SampleLists.signed(Locale.ENGLISH));
        String text = ReadBack.text(pages.pdf());

        assertThat(pages.count()).isGreaterThan(1);
        assertThat(text.split("As of 17 September 2025, 18:05", -1)).hasSizeGreaterThan(pages.count());
        assertThat(text).contains("Signature").doesNotContain("Unterschrift").doesNotContain("Seite");
    }

    @Test
    void eachOrganisationHasPagesOfItsOwnAndNothingIsCut() {
        PrintedPages pages = renderer.pages(SampleLists.extreme());
        byte[] pdf = pages.pdf();

        assertThat(pages.count()).isGreaterThanOrEqualTo(3);
        assertThat(ReadBack.structure(pdf)).containsEntry("Table", 3).containsEntry("H2", 3);
        assertThat(ReadBack.text(pdf))
                .contains("Maria Theresia Freifrau von")
                .contains("Ausgänge werden nicht gescannt: zuletzt gesehen, kein Beweis");
    }

    /** Between the last column and the paper's edge nothing is drawn: no digit is cut. */
    @ParameterizedTest
    @ValueSource(ints = {60, 144, 203})
    void noDigitTouchesTheEdgeOfItsField(int dpi) {
        BufferedImage page = renderer.pages(SampleLists.extreme()).raster(0, dpi, Inks.COLOUR);

        int edge = (int) Math.floor((40 + 515) * dpi / 72.0) - 1;
        for (int y = page.getHeight() / 4; y < page.getHeight() / 2; y++) {
            assertThat(page.getRGB(edge, y) & 0xFF).as("dot " + edge + "/" + y).isGreaterThan(0xE0);
        }
    }
}
