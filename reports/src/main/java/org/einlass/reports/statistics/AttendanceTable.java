package org.einlass.reports.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One way to split the visitors. The rows add up to the total; a table whose rows do not is not made.
 *
 * @param by what the rows are
 * @param day the one day counted; absent where all are
 * @param rows in the order they are printed; where somebody stands in several, the last one takes away what
 *     was counted repeatedly
 * @param total what the rows add up to, with its words
 * @param notCounted who is in no row of this table and not in the total
 */
public record AttendanceTable(
        Breakdown by,
        @Nullable LocalDate day,
        List<AttendanceRow> rows,
        AttendanceRow total,
        List<AttendanceRow> notCounted) {

    public AttendanceTable {
        rows = List.copyOf(rows);
        notCounted = List.copyOf(notCounted);
        AttendanceRow sum = sum("", rows);
        if (sum.registered() != total.registered() || sum.arrived() != total.arrived()) {
            throw new IllegalArgumentException("The rows by " + by + " add up to " + sum.registered() + " and "
                    + sum.arrived() + ", not to " + total.registered() + " and " + total.arrived() + ".");
        }
    }

    private static AttendanceRow sum(String label, List<AttendanceRow> rows) {
        return rows.stream().reduce(new AttendanceRow(label, 0, 0), AttendanceRow::plus);
    }

    /** The heading; of a table of one day, with the day. */
    public String heading(Locale language) {
        return day == null ? by.heading(language) : by.heading(language) + " " + ReportWords.day(day, language);
    }

    /**
     * The same table with its first rows, and one row for all others.
     *
     * @param most rows to keep, 1 or more
     */
    public AttendanceTable first(int most, Locale language) {
        if (rows.size() <= most + 1) {
            return this;
        }
        List<AttendanceRow> others = rows.subList(most, rows.size());
        List<AttendanceRow> shown = new ArrayList<>(rows.subList(0, most));
        shown.add(sum(
                new Wording("Weitere (" + others.size() + " Zeilen)", "Others (" + others.size() + " lines)")
                        .in(language),
                others));
        return new AttendanceTable(by, day, shown, total, notCounted);
    }
}
