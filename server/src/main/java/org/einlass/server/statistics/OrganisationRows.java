package org.einlass.server.statistics;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;

/** Visitors by organisation, as {@link OrganisationSpellings} tell them apart. */
final class OrganisationRows {
    private static final Wording NOT_STATED = new Wording("Ohne Angabe", "Not stated");

    private final List<Named> rows;
    private final AttendanceRow total;

    /** A row with its place in the order of names, found once for both tables. */
    private record Named(AttendanceRow row, CollationKey name) {}

    /**
     * Counts them.
     *
     * @param spellings of all registrations, as in the files and lists
     */
    OrganisationRows(
            Collection<CountedVisitor> visitors, OrganisationSpellings spellings, AttendanceRow total, Locale locale) {
        this.total = total;
        TableRows counted = new TableRows(Breakdown.ORGANISATION);
        for (CountedVisitor visitor : visitors) {
            String key = spellings.keyOf(visitor.registration().organisation());
            String spelling = spellings.spellingOf(key);
            counted.count(key, spelling.isEmpty() ? NOT_STATED.in(locale) : spelling, true, visitor.hasArrived());
        }
        Collator german = Collator.getInstance(Locale.GERMAN);
        this.rows = counted.table(total).rows().stream()
                .map(row -> new Named(row, german.getCollationKey(row.label())))
                .toList();
    }

    /**
     * The table.
     *
     * @param by {@link Breakdown#ORGANISATION}, the largest first, or {@link Breakdown#NO_SHOW}, those with
     *     the most absent first
     */
    AttendanceTable table(Breakdown by) {
        Comparator<Named> largest = Comparator.comparingLong(
                one -> by == Breakdown.NO_SHOW ? one.row().absent() : one.row().registered());
        List<AttendanceRow> ordered = rows.stream()
                .sorted(largest.reversed().thenComparing(Named::name))
                .map(Named::row)
                .toList();
        return new AttendanceTable(by, null, ordered, total, List.of());
    }
}
