package org.einlass.reports.statistics;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.reports.typography.CleanText;

/**
 * The attendance report as a table for a German spreadsheet: UTF-8 with byte order mark, semicolons, decimal
 * commas, RFC 4180 quotes, and no cell that a spreadsheet would take for a formula.
 */
public final class AttendanceCsv {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String HEADER = line(
            "Tabelle / table",
            "Zeile / row",
            "Angemeldet / registered",
            "Gekommen / arrived",
            "Anteil in % / share in %");

    private AttendanceCsv() {}

    /** The file's bytes. */
    public static byte[] of(Attendance attendance) {
        StringBuilder file = new StringBuilder("\uFEFF").append(HEADER);
        file.append(row("Gesamt / total", attendance.total()));
        file.append(line("Besucher / unique visitors", "", "", Long.toString(attendance.uniqueVisitors()), ""));
        if (attendance.walkedIn() > 0) {
            file.append(line("davon ohne Anmeldung / walked in", "", "", Long.toString(attendance.walkedIn()), ""));
        }
        rows(file, "Kategorie / category", attendance.byCategory());
        rows(file, "Ebene / sector", attendance.bySector());
        rows(file, "Programm / programme", attendance.byProgramme());
        for (QuarterHour quarter : attendance.arrivals()) {
            file.append(line(
                    "Ankünfte / arrivals", MINUTE.format(quarter.start()), "", Long.toString(quarter.arrivals()), ""));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void rows(StringBuilder file, String table, List<AttendanceRow> rows) {
        rows.forEach(row -> file.append(row(table, row)));
    }

    private static String row(String table, AttendanceRow row) {
        return line(
                table,
                row.label(),
                Long.toString(row.registered()),
                Long.toString(row.arrived()),
                GermanNumbers.decimal(row.share()));
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(AttendanceCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String raw) {
        String text = CleanText.of(raw);
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.indexOf(';') >= 0 || harmless.indexOf('"') >= 0;
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
