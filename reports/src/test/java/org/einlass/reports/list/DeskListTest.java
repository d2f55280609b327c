package org.einlass.reports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

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
}
