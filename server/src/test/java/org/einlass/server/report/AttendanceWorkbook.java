package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;

/** Reads the report's workbook and compares it with the figures it was made of. */
final class AttendanceWorkbook {
    private static final List<String> FORMATS = List.of("#,##0", "0.0%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm");

    private AttendanceWorkbook() {}

    /** Each figure is a number, each time a date, each name a text, and each sheet has a fixed head and filters. */
    static void check(Attendance attendance, Path folder) throws IOException {
        byte[] file = AttendanceXlsx.of(attendance);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(figures(sheets.get(0))).isEqualTo(figures(attendance));
            assertThat(arrivals(sheets.get(1))).isEqualTo(arrivals(attendance));
            for (Sheet sheet : sheets) {
                sheet.read().forEach(row -> row.stream().forEach(AttendanceWorkbook::isTyped));
            }
        }
        Path copy = Files.write(folder.resolve("attendance.xlsx"), file);
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (ZipEntry part : zip.stream()
                    .filter(one -> one.getName().matches("xl/worksheets/sheet[12]\\.xml"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(part)) {
                    assertThat(new String(in.readAllBytes(), UTF_8))
                            .as(part.getName())
                            .contains("state=\"frozen\"")
                            .contains("<autoFilter ref=\"A1:");
                }
            }
        }
    }

    private static void isTyped(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return;
        }
        assertThat(cell.getType()).as(cell.toString()).isIn(CellType.STRING, CellType.NUMBER);
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER && format != null) {
            assertThat(format).as(cell.toString()).isIn(FORMATS);
        }
    }

    private static List<String> figures(Sheet sheet) throws IOException {
        return sheet.read().stream()
                .skip(1)
                .map(row -> text(row, 0) + "|" + text(row, 1) + "|" + number(row, 3) + "|" + number(row, 4))
                .toList();
    }

    private static List<String> figures(Attendance attendance) {
        List<String> lines = new ArrayList<>(List.of("Gesamt" + "|" + line(attendance.total(), false)));
        for (AttendanceTable table : attendance.tables()) {
            List<AttendanceRow> rows = new ArrayList<>(table.rows());
            rows.add(table.total());
            rows.addAll(table.notCounted());
            rows.forEach(row -> lines.add(table.heading(attendance.language()) + "|"
                    + line(row, table.by().arrivalsOnly())));
        }
        return lines;
    }

    private static String line(AttendanceRow row, boolean arrivalsOnly) {
        return row.label() + "|" + (arrivalsOnly ? "" : row.registered()) + "|" + row.arrived();
    }

    private static List<String> arrivals(Sheet sheet) throws IOException {
        return sheet.read().stream()
                .skip(1)
                .map(row -> row.getCell(0).asDate().toLocalDate() + "|"
                        + (row.getCell(1).getType() == CellType.NUMBER
                                ? row.getCell(1).asDate()
                                : row.getCell(1).asString())
                        + "|" + number(row, 3))
                .toList();
    }

    private static List<String> arrivals(Attendance attendance) {
        List<String> lines = new ArrayList<>();
        for (DayArrivals day : attendance.arrivals()) {
            for (QuarterHour quarter : day.quarters()) {
                lines.add(day.day() + "|" + quarter.start().toLocalDateTime() + "|" + quarter.arrivals());
            }
            if (day.estimated() > 0) {
                lines.add(day.day() + "|" + DayArrivals.ESTIMATED.in(attendance.language()) + "|" + day.estimated());
            }
        }
        return lines;
    }

    private static String text(Row row, int column) {
        return row.getCell(column).asString();
    }

    private static String number(Row row, int column) {
        return row.getOptionalCell(column)
                .filter(cell -> cell.getType() == CellType.NUMBER)
                .map(cell -> cell.asNumber().toBigInteger().toString())
                .orElse("");
    }
}
