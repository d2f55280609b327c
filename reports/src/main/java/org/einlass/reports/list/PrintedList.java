package org.einlass.reports.list;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A list to be printed or read by a spreadsheet: of people, or of sessions. All words are in one language.
 *
 * @param title what it lists
 * @param event whose list it is
 * @param note one or two sentences: what is in it, and how far it can be trusted
 * @param at when it was true, and the zone in which that time is printed
 * @param headings of the four columns on paper
 * @param columns headings of the columns in a spreadsheet, where a time, a count and a limit each have their own
 * @param blank heading of a column that is filled in by hand, a signature or a count; empty where there is none
 * @param groupPages whether each group begins on a page of its own
 * @param rows in the order they are printed, those of one group together
 */
public record PrintedList(
        String title,
        String event,
        String note,
        Instant at,
        ZoneId zone,
        Locale language,
        List<String> headings,
        List<String> columns,
        String blank,
        boolean groupPages,
        List<Row> rows) {

    /** Columns of each row on paper. */
    public static final int COLUMNS = 4;

    public PrintedList {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int values = columns.size();
        if (headings.size() != COLUMNS
                || rows.stream().anyMatch(row -> row.cells().size() != COLUMNS)) {
            throw new IllegalArgumentException("A printed list has " + COLUMNS + " columns.");
        }
        if (rows.stream().anyMatch(row -> row.values().size() != values)) {
            throw new IllegalArgumentException("Each row has a value for each of the columns in a spreadsheet.");
        }
    }

    /** A list of texts: in a spreadsheet it has the columns that it has on paper. */
    public PrintedList(
            String title,
            String event,
            String note,
            Instant at,
            ZoneId zone,
            Locale language,
            List<String> headings,
            String blank,
            boolean groupPages,
            List<Row> rows) {
        this(title, event, note, at, zone, language, headings, headings, blank, groupPages, rows);
    }

    /**
     * One line.
     *
     * @param group the heading it stands below; empty where there is none
     * @param cells as they are printed
     * @param values the same for a spreadsheet
     */
    public record Row(String group, List<String> cells, List<TableValue> values) {

        public Row {
            cells = List.copyOf(cells);
            values = List.copyOf(values);
        }

        /** A line of texts. */
        public Row(String group, List<String> cells) {
            this(group, cells, cells.stream().map(TableValue::of).toList());
        }
    }
}
