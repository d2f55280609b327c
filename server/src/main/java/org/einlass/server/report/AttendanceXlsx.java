package org.einlass.server.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.einlass.contract.Wording;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.EarlierArrivals;
import org.einlass.reports.statistics.QuarterHour;

/**
 * The attendance report as a workbook: all tables, all arrivals, and what is counted. Figures, shares, days and
 * times are typed as such.
 */
final class AttendanceXlsx {
    private static final int WIDE = 44;

    private final Attendance attendance;
    private final Locale language;

    private AttendanceXlsx(Attendance attendance) {
        this.attendance = attendance;
        this.language = attendance.language();
    }

    static byte[] of(Attendance attendance) {
        return XlsxExport.of(new AttendanceXlsx(attendance)::write);
    }

    private void write(Workbook book) throws IOException {
        figures(book);
        arrivals(book);
        definition(book);
    }

    private void figures(Workbook book) {
        List<String> headings = List.of(
                word("Tabelle", "Table"),
                word("Zeile", "Row"),
                word("Art", "Kind"),
                word("Angemeldet", "Registered"),
                word("Gekommen", "Arrived"),
                word("Nicht gekommen", "Not arrived"),
                word("Anteil", "Share"),
                word("Plätze", "Room for"));
        Worksheet sheet = XlsxExport.sheet(book, word("Zahlen", "Figures"), headings);
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        int line = row(sheet, 1, word("Gesamt", "Total"), attendance.total(), "total", Breakdown.CATEGORY);
        for (AttendanceTable table : attendance.tables()) {
            String heading = table.heading(language);
            Breakdown by = table.by();
            for (AttendanceRow row : table.rows()) {
                line = row(sheet, line, heading, row, row.isCorrection() ? "correction" : "row", by);
            }
            line = row(sheet, line, heading, table.total(), "total", by);
            for (AttendanceRow row : table.notCounted()) {
                line = row(sheet, line, heading, row, "not-counted", by);
            }
        }
        XlsxExport.filter(sheet, line - 1, headings.size());
    }

    private static int row(Worksheet sheet, int line, String table, AttendanceRow row, String kind, Breakdown by) {
        sheet.inlineString(line, 0, table);
        sheet.inlineString(line, 1, row.label());
        sheet.inlineString(line, 2, kind);
        sheet.value(line, 4, row.arrived());
        sheet.style(line, 4).format("#,##0").set();
        boolean differences = !by.arrivalsOnly() && !by.isOfRooms();
        boolean shares = differences && !by.isOfCases() && row.registered() > 0;
        if (!by.arrivalsOnly()) {
            sheet.value(line, 3, row.registered());
            sheet.style(line, 3).format("#,##0").set();
        }
        Long capacity = row.capacity();
        if (capacity != null) {
            sheet.value(line, 7, capacity);
            sheet.style(line, 7).format("#,##0").set();
        }
        if (differences) {
            sheet.value(line, 5, row.absent());
            sheet.style(line, 5).format("#,##0").set();
        }
        if (shares && !row.isCorrection()) {
            sheet.value(line, 6, row.share());
            sheet.style(line, 6).format("0.0%").set();
        }
        return line + 1;
    }

    private void arrivals(Workbook book) {
        List<String> headings =
                List.of(word("Tag", "Day"), word("Ab", "From"), word("UTC", "UTC"), word("Ankünfte", "Arrivals"));
        Worksheet sheet = XlsxExport.sheet(book, word("Ankünfte", "Arrivals"), headings);
        sheet.width(1, 18);
        int line = 1;
        for (DayArrivals day : attendance.arrivals()) {
            line = day(sheet, line, day);
        }
        XlsxExport.filter(sheet, line - 1, headings.size());
        EarlierArrivals earlier = attendance.earlier();
        if (earlier != null) {
            earlier(book, earlier, headings);
        }
    }

    /** The quarters of an earlier event at the times of the days that they are compared with. */
    private void earlier(Workbook book, EarlierArrivals earlier, List<String> headings) {
        Worksheet sheet = XlsxExport.sheet(book, word("Zum Vergleich", "Compared with"), headings);
        sheet.width(1, 18);
        int line = 1;
        for (DayArrivals day : earlier.days()) {
            line = day(sheet, line, day);
        }
        XlsxExport.filter(sheet, line - 1, headings.size());
    }

    /** The quarters of a day, and in a line of their own the arrivals whose times are estimated. */
    private int day(Worksheet sheet, int from, DayArrivals day) {
        int line = from;
        for (QuarterHour quarter : day.quarters()) {
            line = quarter(sheet, line, day.day(), quarter);
        }
        if (day.estimated() == 0) {
            return line;
        }
        sheet.value(line, 0, day.day());
        sheet.style(line, 0).format("yyyy-mm-dd").set();
        sheet.inlineString(line, 1, DayArrivals.ESTIMATED.in(language));
        sheet.value(line, 3, day.estimated());
        return line + 1;
    }

    private static int quarter(Worksheet sheet, int line, LocalDate day, QuarterHour quarter) {
        sheet.value(line, 0, day);
        sheet.style(line, 0).format("yyyy-mm-dd").set();
        sheet.value(line, 1, quarter.start().toLocalDateTime());
        sheet.style(line, 1).format("yyyy-mm-dd hh:mm").set();
        sheet.inlineString(line, 2, quarter.start().getOffset().getId());
        sheet.value(line, 3, quarter.arrivals());
        return line + 1;
    }

    private void definition(Workbook book) {
        List<String> headings = List.of(word("Was gezählt ist", "What is counted"));
        Worksheet sheet = XlsxExport.sheet(book, word("Zählweise", "Definition"), headings);
        sheet.width(0, 120);
        sheet.inlineString(1, 0, AttendanceReport.DEFINITION.in(language));
        sheet.style(1, 0).wrapText(true).set();
        sheet.inlineString(2, 0, attendance.event());
        sheet.inlineString(3, 0, word("Stand: ", "As of: ") + attendance.generatedAt() + " (UTC)");
    }

    private String word(String german, String english) {
        return new Wording(german, english).in(language);
    }
}
