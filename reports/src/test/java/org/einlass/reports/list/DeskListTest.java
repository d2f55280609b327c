package org.einlass.reports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskListTest {

    private final DeskList list = new DeskList();

    @Test
    void fiveHundredLinesAreOneTableWithOneHeaderOverAllPages() {
        List<DeskEntry> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String organisation =
                    i % 7 == 0 ? "" : "Thüringer Ministerium für Wirtschaft, Landwirtschaft und Ländlichen Raum";
            entries.add(new DeskEntry(
                    "Müller-Lüdenscheidt, Anna Nr. " + i, organisation, "Teilnehmerin", "123456" + (100 + i)));
        }

        PrintedPages pages = pages(entries);
        byte[] pdf = pages.pdf();

        assertThat(pages.count()).isGreaterThan(10);
        Map<String, Integer> tags = ReadBack.structure(pdf);
        assertThat(tags)
                .containsEntry("Table", 1)
                .containsEntry("TR", 501)
                .containsEntry("TH", 5)
                .containsEntry("TD", 2500);
        assertThat(VeraPdf.findings(pdf)).isEmpty();
        List<String> spoken =
                ReadBack.spoken(pdf).stream().flatMap(List::stream).toList();
        assertThat(spoken)
                .containsAll(entries.stream().map(DeskEntry::name).toList())
                .contains("Thüringer Ministerium für Wirtschaft, Landwirtschaft und Ländlichen Raum", "123 456 599");
    }

    @Test
    void namesInOtherScriptsAndMarkupAreTextLikeAnyOther() {
        byte[] pdf = pages(List.of(
                        new DeskEntry("Παπαδόπουλος, Αλέξανδρος", "<b>fett</b> & Söhne", "", ""),
                        new DeskEntry("الأحمد, محمد", "Đặng Ngọc Ánh", "", "")))
                .pdf();

        assertThat(ReadBack.spoken(pdf).get(0))
                .contains("Παπαδόπουλος, Αλέξανδρος", "<b>fett</b> & Söhne", "Đặng Ngọc Ánh");
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void anEmptyListIsAPageThatSaysSo() {
        byte[] pdf = pages(List.of()).pdf();

        assertThat(ReadBack.text(pdf)).contains("0 Anmeldungen");
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    private PrintedPages pages(List<DeskEntry> entries) {
        return list.pages(
                "Digitales Thüringen 2022", entries, Instant.parse("2022-07-04T06:00:00Z"), ZoneId.of("Europe/Berlin"));
    }

    /** Right of the booking numbers, within their field, nothing is drawn: no digit is cut. */
    @ParameterizedTest
    @ValueSource(ints = {60, 144, 203})
    void noDigitTouchesTheEdgeOfItsField(int dpi) {
        List<DeskEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(new DeskEntry("Adler, Eva", "Stadt Gera", "Teilnehmerin", "123456" + (100 + i)));
        }
        BufferedImage page = new DeskList()
                .pages("Kongress", entries, Instant.parse("2022-07-04T06:00:00Z"), ZoneId.of("Europe/Berlin"))
                .raster(0, dpi, Inks.COLOUR);

        int edge = (int) Math.floor((40 + 515) * dpi / 72.0) - 1;
        for (int y = page.getHeight() / 5; y < page.getHeight() / 2; y++) {
            assertThat(page.getRGB(edge, y) & 0xFF).as("dot " + edge + "/" + y).isGreaterThan(0xE0);
        }
    }
}
