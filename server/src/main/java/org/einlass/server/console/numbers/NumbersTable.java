package org.einlass.server.console.numbers;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;

/** A table of the page of figures, its numbers written for the reader. */
public record NumbersTable(String heading, boolean arrivalsOnly, boolean ofRooms, boolean ofCases, List<Row> rows) {

    /**
     * One line.
     *
     * @param style {@code total} or empty, a class of the style sheet
     */
    public record Row(String label, String registered, String arrived, String absent, String capacity, String style) {}

    /** The table in the reader's language. */
    public static NumbersTable of(AttendanceTable table, Locale locale) {
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(row(row, "", locale)));
        rows.add(row(table.total(), "total", locale));
        table.notCounted().forEach(row -> rows.add(row(row, "", locale)));
        return new NumbersTable(
                table.heading(locale),
                table.by().arrivalsOnly(),
                table.by().isOfRooms(),
                table.by().isOfCases(),
                rows);
    }

    private static Row row(AttendanceRow row, String style, Locale locale) {
        return new Row(
                row.label(),
                number(row.registered(), locale),
                number(row.arrived(), locale),
                number(row.absent(), locale),
                row.capacity() == null ? "" : number(row.capacity(), locale),
                style);
    }

    /** The classes of the rows, for the table component. */
    public String getRowClasses() {
        return String.join(
                ",",
                rows.stream()
                        .map(row -> row.style().isEmpty() ? "part" : row.style())
                        .toList());
    }

    /** A number with marks between thousands and a true minus. */
    public static String number(long number, Locale locale) {
        String digits = NumberFormat.getIntegerInstance(locale).format(Math.abs(number));
        return number < 0 ? "\u2212" + digits : digits;
    }
}
