package org.einlass.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    void theFiguresStandInTheReportAndAddUp() {
        String text = ReadBack.text(report.pages(SampleAttendance.typical()).pdf());

        assertThat(text)
                .contains("700 812 112 86,2 %")
                .contains("16. September 2025 520 400 120 76,9 %")
                .contains("An beiden Tagen, oben doppelt −298 −200 −98")
                .contains("Verschiedene Personen 812 700 112 86,2 %")
                .contains("Nicht mitgezählt: Team 12 12 0 100,0 %")
                .contains("Ankünfte am Mittwoch, 17. September 2025")
                .contains("500 Ankünfte; am stärksten war die Zeit von 9.00 bis 9.15 Uhr mit 131.")
                .contains("17. September 2025, 18.05 Uhr (Europe/Berlin)");
    }

    /** Registered, each day, both and unique, on the one page that is handed on. */
    @Test
    void theFirstPageAloneAnswersHowManyCame() {
        String page =
                ReadBack.text(report.pages(SampleAttendance.typical()).first().pdf());

        assertThat(page)
                .contains("700 812 112 86,2 %")
                .contains("16. September 2025 520 400 120 76,9 %")
                .contains("17. September 2025 590 500 90 84,7 %")
                .contains("An beiden Tagen, oben doppelt −298 −200 −98")
                .contains("Verschiedene Personen 812 700 112 86,2 %")
                .contains("In beiden Programmen, oben doppelt")
                .contains("Gezählt werden Personen einer Kategorie")
                .contains("Stand 17. September 2025, 18.05 Uhr (Europe/Berlin)");
    }

    @Test
    void anEarlierEventStandsBesideTheArrivalsDayByDayAtItsTimeOfDay() {
        String text = ReadBack.text(
                report.pages(SampleAttendance.compared(Locale.GERMAN)).pdf());

        assertThat(text)
                .contains("Stunde (früher)")
                .contains("bei 520 für den Tag Angemeldeten")
                .contains(
                        "Linie: 3. Thüringer E-Government-Kongress, 361 Ankünfte; am stärksten war die Zeit von 8.15 bis 8.30 Uhr mit 110.")
                .contains("Alle Ankünfte des Tages 400 (361)")
                .contains("0 (43)")
                .contains("Vom Papier, mit geschätzter Uhrzeit und in keiner Säule: 6.")
                .contains("Vom Papier, Uhrzeit geschätzt 6");
    }

    @Test
    void conflictsAndDecisionsAreCasesAndTheirRowsAddUp() {
        String text = ReadBack.text(
                report.pages(SampleAttendance.compared(Locale.ENGLISH)).pdf());

        assertThat(text)
                .contains("Conflicts in the entries Cases Clarified Open")
                .contains("Let in twice where once is the rule. 4 3 1")
                .contains("In total 5 3 2")
                .contains("Decisions and withdrawals of staff Number")
                .contains("In total 14");
    }

    @Test
    void aRoomSaysHowManyHadRoomAndHowFullItWas() {
        String text = ReadBack.text(
                report.pages(SampleAttendance.compared(Locale.GERMAN)).pdf());

        assertThat(text)
                .contains("34 41 34 120,6 %")
                .contains("12 9 60 15,0 %")
                .contains("Verschiedene Personen 42 63");
    }

    @Test
    void aSumNeverStandsAloneOnAPage() {
        for (int rows = 1; rows <= 60; rows++) {
            List<AttendanceRow> lines = new ArrayList<>();
            for (int row = 1; row <= rows; row++) {
                lines.add(new AttendanceRow("Zeile " + row, 2, 1));
            }
            List<String> pages =
                    ReadBack.pages(report.pages(SampleAttendance.of(lines)).pdf());
            String page = pages.stream()
                    .filter(one -> one.contains("Insgesamt " + 2 * lines.size()))
                    .findFirst()
                    .orElseThrow();

            assertThat(page).as(rows + " rows").containsPattern("(Zeile \\d+|Weitere \\(\\d+ Zeilen\\)) \\d");
        }
    }

    @Test
    void aReportIsInOneLanguage() {
        String english = ReadBack.text(
                report.pages(SampleAttendance.typical(Locale.ENGLISH)).pdf());

        assertThat(english)
                .contains("Visitors, each person counted once")
                .contains("As of 17 September 2025, 18:05")
                .contains("In both programmes, twice above")
                .doesNotContain("Angemeldet")
                .doesNotContain("Gezählt");
    }

    @Test
    void aDayOnWhichNobodyCameSaysSoInsteadOfAnEmptyChart() {
        assertThat(ReadBack.text(
                        report.pages(SampleAttendance.empty(Locale.ENGLISH)).pdf()))
                .contains("Arrivals on Tuesday, 16 September 2025 No arrivals on this day.")
                .contains("0 0 0 \u2013");
    }

    @Test
    void everyPageSaysWhatIsCountedAndWhen() {
        PrintedPages pages = report.pages(SampleAttendance.extreme());
        String text = ReadBack.text(pages.pdf());

        assertThat(text.split("Gezählt werden Personen einer Kategorie", -1)).hasSize(pages.count() + 1);
        assertThat(text.split("Stand 26. Oktober 2025", -1)).hasSizeGreaterThan(pages.count());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shortTypicalAndExtremeReportsAreFitForArchivesAndScreenReaders(Attendance attendance) {
        assertThat(VeraPdf.findings(report.pages(attendance).pdf())).isEmpty();
    }

    static Stream<Attendance> samples() {
        return Stream.of(
                SampleAttendance.empty(),
                SampleAttendance.typical(),
                SampleAttendance.typical(Locale.ENGLISH),
                SampleAttendance.compared(Locale.GERMAN),
                SampleAttendance.compared(Locale.ENGLISH),
                SampleAttendance.extreme());
    }

    @Test
    void aLongTableGoesOverSeveralPagesAndEndsWithARowForAllOthers() {
        PrintedPages pages = report.pages(SampleAttendance.extreme());

        byte[] pdf = pages.pdf();
        int hours = 6;
        int rows = 40 + 1 + 1;
        assertThat(pages.count()).isGreaterThan(2);
        assertThat(ReadBack.structure(pdf))
                .containsEntry("H1", 1)
                .containsEntry("H2", 6)
                .containsEntry("Figure", 1)
                .containsEntry("Table", 6)
                .containsEntry("TR", 2 * (rows + 1) + hours + 3 + 3 + 5 + 4)
                .containsEntry("TH", 5 + 5 + 6 + 5 + 2 + 4);
        assertThat(ReadBack.text(pdf)).contains("Arbeitsgemeinschaft Nr. 40").contains("Weitere (30 Zeilen)");
    }

    @Test
    void anHourThatComesTwiceStandsThereTwice() {
        assertThat(ReadBack.text(report.pages(SampleAttendance.extreme()).pdf()))
                .contains("2.00 Uhr, 26. Oktober 2025 (UTC+02:00)")
                .contains("2.00 Uhr, 26. Oktober 2025 (UTC+01:00)");
    }

    @Test
    void aTableWhoseRowsDoNotAddUpIsNotMade() {
        assertThatThrownBy(() -> new AttendanceTable(
                        Breakdown.SECTOR,
                        null,
                        List.of(new AttendanceRow("Land", 3, 1)),
                        new AttendanceRow("Insgesamt", 4, 1),
                        List.of()))
                .hasMessageContaining("add up");
    }

    @Test
    void theTableForSpreadsheetsIsHarmlessAndAddsUp() {
        Attendance attendance = SampleAttendance.of(
                List.of(new AttendanceRow("=cmd|' /C calc'!A0", 3, 1), new AttendanceRow("Müller; \"& Söhne\"", 2, 2)));

        String csv = new String(AttendanceCsv.of(attendance), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFF")
                .contains("Nach Kategorien;'=cmd|' /C calc'!A0;row;3;1;2;33,3;\r\n")
                .contains("Nach Kategorien;\"Müller; \"\"& Söhne\"\"\";row;2;2;0;100,0;\r\n")
                .contains("Nach Kategorien;Insgesamt;total;5;3;2;60,0;\r\n")
                .contains("Gesamt;Insgesamt;total;5;3;2;60,0;\r\n")
                .contains("davon ohne Anmeldung;;note;;1;;;\r\n");
        assertThat(new String(AttendanceCsv.of(SampleAttendance.typical()), StandardCharsets.UTF_8))
                .contains("Nach Tagen;An beiden Tagen, oben doppelt;correction;-298;-200;-98;;\r\n")
                .contains("Ankünfte am 2025-09-16;2025-09-16 09:00 +02:00;row;;118;;;\r\n");
    }
}
