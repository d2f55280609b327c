package org.einlass.reports.statistics;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.reports.typography.CleanText;

/**
 * The attendance report as a table for a spreadsheet: UTF-8 with byte order mark, semicolons, RFC 4180
 * quotes, and no cell that a spreadsheet would take for a formula. Shares have a decimal comma in German, a
 * point in English.
 */
public final class AttendanceCsv {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Attendance attendance;
    private final Locale language;
    private final StringBuilder file = new StringBuilder("\uFEFF");

    private AttendanceCsv(Attendance attendance) {
        this.attendance = attendance;
        this.language = attendance.language();
    }

    /** The file's bytes. */
    public static byte[] of(Attendance attendance) {
        return new AttendanceCsv(attendance).all().getBytes(StandardCharsets.UTF_8);
    }

    private String all() {
        line(
                word("Tabelle", "Table"),
                word("Zeile", "Row"),
                word("Art", "Kind"),
                word("Angemeldet", "Registered"),
                word("Gekommen", "Arrived"),
                word("Nicht gekommen", "Not arrived"),
                word("Anteil in %", "Share in %"),
                word("Plätze", "Room for"));
        row(word("Gesamt", "Total"), attendance.total(), "total", Breakdown.CATEGORY);
        line(
                word("davon ohne Anmeldung", "of them without a registration"),
                "",
                "note",
                "",
                Long.toString(attendance.walkedIn()),
                "",
                "",
                "");
        attendance.tables().forEach(this::table);
        attendance.arrivals().forEach(day -> arrivals(word("Ankünfte am ", "Arrivals on ") + day.day(), day));
        EarlierArrivals earlier = attendance.earlier();
        if (earlier != null) {
            earlier.days()
                    .forEach(day ->
                            arrivals(earlier.event() + word(", verglichen mit ", ", compared with ") + day.day(), day));
        }
        line(word("Stand", "As of"), attendance.generatedAt().toString(), "note", "", "", "", "", "");
        line(word("Zählweise", "Definition"), AttendanceReport.DEFINITION.in(language), "note", "", "", "", "", "");
        return file.toString();
    }

    private void arrivals(String table, DayArrivals day) {
        for (QuarterHour quarter : day.quarters()) {
            String start = MINUTE.format(quarter.start());
            line(table, start, "row", "", Long.toString(quarter.arrivals()), "", "", "");
        }
        if (day.estimated() > 0) {
            String estimated = DayArrivals.ESTIMATED.in(language);
            line(table, estimated, "row", "", Long.toString(day.estimated()), "", "", "");
        }
        Long expected = day.expected();
        line(
                table,
                word("Insgesamt", "In total"),
                "total",
                expected == null ? "" : expected.toString(),
                Long.toString(day.total()),
                "",
                "",
                "");
    }

    private void table(AttendanceTable table) {
        String heading = table.heading(language);
        Breakdown by = table.by();
        table.rows().forEach(row -> row(heading, row, row.isCorrection() ? "correction" : "row", by));
        row(heading, table.total(), "total", by);
        table.notCounted().forEach(row -> row(heading, row, "not-counted", by));
    }

    private void row(String table, AttendanceRow row, String kind, Breakdown by) {
        boolean arrivalsOnly = by.arrivalsOnly();
        boolean differences = !arrivalsOnly && !by.isOfRooms();
        boolean shares = differences && !by.isOfCases() && row.registered() > 0;
        Long capacity = row.capacity();
        line(
                table,
                row.label(),
                kind,
                arrivalsOnly ? "" : Long.toString(row.registered()),
                Long.toString(row.arrived()),
                differences ? Long.toString(row.absent()) : "",
                shares && !row.isCorrection() ? ReportWords.decimal(row.share(), language) : "",
                capacity == null ? "" : capacity.toString());
    }

    private void line(String... cells) {
        file.append(Stream.of(cells).map(AttendanceCsv::cell).collect(Collectors.joining(";", "", "\r\n")));
    }

    private String word(String german, String english) {
        return new Wording(german, english).in(language);
    }

    /** A number below zero is a number, every other text that begins like a formula is kept from being one. */
    private static String cell(String raw) {
        String text = CleanText.of(raw);
        boolean number = text.matches("-\\d+");
        boolean formula = !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.indexOf(';') >= 0 || harmless.indexOf('"') >= 0;
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
