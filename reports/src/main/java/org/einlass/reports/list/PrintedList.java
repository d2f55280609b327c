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
 * @param headings of the four columns
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
        String blank,
        boolean groupPages,
        List<Row> rows) {

    /** Columns of each row. */
    public static final int COLUMNS = 4;

    public PrintedList {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        if (headings.size() != COLUMNS
                || rows.stream().anyMatch(row -> row.cells().size() != COLUMNS)) {
            throw new IllegalArgumentException("A printed list has " + COLUMNS + " columns.");
        }
    }

    /**
     * One line.
     *
     * @param group the heading it stands below; empty where there is none
     */
    public record Row(String group, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
