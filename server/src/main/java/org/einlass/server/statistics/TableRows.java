package org.einlass.server.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.jspecify.annotations.Nullable;

/** The rows of one table while people are counted into them. */
final class TableRows {
    private final Breakdown by;
    private final @Nullable LocalDate day;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private final List<AttendanceRow> notCounted = new ArrayList<>();

    TableRows(Breakdown by) {
        this(by, null);
    }

    TableRows(Breakdown by, @Nullable LocalDate day) {
        this.by = by;
        this.day = day;
    }

    /** A row that stands there even where nobody is in it; rows are printed in the order they are named. */
    TableRows with(Object key, String label) {
        rows.computeIfAbsent(key, other -> new Row(label));
        return this;
    }

    /** One person more in a row. */
    void count(Object key, String label, boolean registered, boolean arrived) {
        Row row = rows.computeIfAbsent(key, other -> new Row(label));
        row.registered += registered ? 1 : 0;
        row.arrived += arrived ? 1 : 0;
    }

    /** A row that is counted already; about a room where it has a capacity. */
    void room(String label, long registered, long arrived, @Nullable Long capacity) {
        Row row = new Row(label, capacity);
        row.registered = registered;
        row.arrived = arrived;
        rows.put(row, row);
    }

    /** Leaves out rows in which nobody is. */
    TableRows withoutEmpty() {
        rows.values().removeIf(row -> row.registered == 0 && row.arrived == 0);
        return this;
    }

    /** Who is in no row. */
    void notCounted(AttendanceRow row) {
        if (row.registered() > 0 || row.arrived() > 0) {
            notCounted.add(row);
        }
    }

    /** The table, of people who stand in one row each. */
    AttendanceTable table(AttendanceRow total) {
        return new AttendanceTable(by, day, all(), total, notCounted);
    }

    /** The table with its rows in another order. */
    AttendanceTable table(AttendanceRow total, Comparator<AttendanceRow> order) {
        return new AttendanceTable(by, day, all().stream().sorted(order).toList(), total, notCounted);
    }

    /**
     * The table, of people who may stand in several rows.
     *
     * @param repeated words of the row that takes away what was counted repeatedly
     */
    AttendanceTable overlapping(String repeated, AttendanceRow total) {
        List<AttendanceRow> shown = new ArrayList<>(all());
        long registered = shown.stream().mapToLong(AttendanceRow::registered).sum();
        long arrived = shown.stream().mapToLong(AttendanceRow::arrived).sum();
        if (registered != total.registered() || arrived != total.arrived()) {
            shown.add(new AttendanceRow(repeated, total.registered() - registered, total.arrived() - arrived));
        }
        return new AttendanceTable(by, day, shown, total, notCounted);
    }

    private List<AttendanceRow> all() {
        return rows.values().stream()
                .map(row -> new AttendanceRow(row.label, row.registered, row.arrived, row.capacity))
                .toList();
    }

    private static final class Row {
        private final String label;
        private final @Nullable Long capacity;
        private long registered;
        private long arrived;

        private Row(String label) {
            this(label, null);
        }

        private Row(String label, @Nullable Long capacity) {
            this.label = label;
            this.capacity = capacity;
        }
    }
}
