package org.einlass.reports.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

/** What helpers are given to read, read back from the paper. */
final class GuideRendererTest {
    private static final String CODE = "T1K7M2Q9XW3D4T5R8N6P0B1C2D3E4";

    private final GuideRenderer renderer = new GuideRenderer();

    private static Guide guide(int steps) {
        return new Guide(
                Locale.GERMAN,
                "Digitales Thüringen 2022",
                "Merkblatt für den Schalter",
                IntStream.rangeClosed(1, steps)
                        .mapToObj(step -> new Guide.Step(
                                "F" + step + "  Zurücknehmen",
                                "Nimmt zurück, was an diesem Schalter zuletzt getan wurde."))
                        .toList(),
                List.of(new Guide.Code(CODE, "Code der Karte")));
    }

    @Test
    void aCourseOfThirtyStepsStandsOnOnePageForArchivesAndScreenReaders() throws IOException {
        PrintedPages pages = renderer.pages(List.of(guide(30), guide(4)));

        byte[] pdf = pages.pdf();
        Files.createDirectories(Path.of("target/gallery"));
        Files.write(Path.of("target/gallery/guide.pdf"), pdf);
        assertThat(pages.count()).isEqualTo(2);
        assertThat(ReadBack.text(pdf))
                .contains("F30", "Merkblatt für den Schalter")
                .doesNotContain(CODE);
        assertThat(QrReader.read(ReadBack.render(pdf, 1, 300))).contains(CODE);
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void twentyPracticeTicketsStandOnTwoPagesEachMarkedAndReadable() throws IOException {
        String longest = "Maximiliane Prinzessin zu Hohenstein-Waldeck-Pyrmont";
        List<PracticeTicket> tickets = IntStream.rangeClosed(1, 20)
                .mapToObj(number ->
                        new PracticeTicket(number == 3 ? longest : "Anna Müller " + number, "Stadt Musterhausen", CODE))
                .toList();

        PrintedPages pages = renderer.tickets("Digitales Thüringen 2022", "Übung: zählt nicht", tickets, Locale.GERMAN);

        byte[] pdf = pages.pdf();
        Files.createDirectories(Path.of("target/gallery"));
        Files.write(Path.of("target/gallery/practice-tickets.pdf"), pdf);
        assertThat(pages.count()).isEqualTo(2);
        assertThat(ReadBack.text(pdf).split("Übung: zählt nicht", -1)).hasSize(21);
        assertThat(QrReader.read(ReadBack.render(pdf, 1, 300))).contains(CODE);
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }
}
