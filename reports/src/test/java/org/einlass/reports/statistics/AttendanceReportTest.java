package org.einlass.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttendanceReportTest {

    private final AttendanceReport report = new AttendanceReport();

    @Test
    void theFiguresStandInTheReport() {
        String text = ReadBack.text(report.pages(SampleAttendance.typical()).pdf());

        assertThat(text)
                .contains("Digitales Thüringen 2022")
                .contains("522 390 74,7 % 385")
                .contains("Teilnehmerinnen und Teilnehmer 436 317 72,7 %")
                .contains("Kommune 201 137 68,2 %")
                .contains("5. IT-Leistungsschau 260 188 72,3 %")
                .contains("4. Juli 2022, 18:00 Uhr (Europe/Berlin)");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shortTypicalAndExtremeReportsAreFitForArchivesAndScreenReaders(Attendance attendance) {
        assertThat(VeraPdf.findings(report.pages(attendance).pdf())).isEmpty();
    }

    static Stream<Attendance> samples() {
        return Stream.of(SampleAttendance.empty(), SampleAttendance.typical(), SampleAttendance.extreme());
    }

    @Test
    void aLongTableGoesOverSeveralPagesAndLosesNoRow() {
        PrintedPages pages = report.pages(SampleAttendance.extreme());

        byte[] pdf = pages.pdf();
        assertThat(pages.count()).isGreaterThan(2);
        assertThat(ReadBack.structure(pdf))
                .containsEntry("H1", 1)
                .containsEntry("H2", 4)
                .containsEntry("Figure", 1)
                .containsEntry("Table", 3)
                .containsEntry("TR", 70 + 5 + 2 + 3)
                .containsEntry("TH", 3 * 4);
        String text = ReadBack.text(pdf);
        for (AttendanceRow row : SampleAttendance.extreme().byCategory()) {
            assertThat(text).contains(row.label());
        }
    }

    @Test
    void theTableForSpreadsheetsIsGermanAndHarmless() {
        Attendance attendance = SampleAttendance.of(
                List.of(new AttendanceRow("=cmd|' /C calc'!A0", 3, 1), new AttendanceRow("Müller; \"& Söhne\"", 2, 2)),
                List.of());

        String csv = new String(AttendanceCsv.of(attendance), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFF")
                .contains("Kategorie / category;'=cmd|' /C calc'!A0;3;1;33,3\r\n")
                .contains("Kategorie / category;\"Müller; \"\"& Söhne\"\"\";2;2;100,0\r\n")
                .contains("Gesamt / total;;522;390;74,7\r\n")
                .contains("Besucher / unique visitors;;;385;\r\n");
    }
}
