package org.einlass.server.statistics;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;

/** Visitors by organisation, as {@link OrganisationSpellings} tell them apart. */
final class OrganisationRows {
    private static final Wording NOT_STATED = new Wording("Ohne Angabe", "Not stated");

    private final Collection<CountedRegistration> visitors;
    private final Locale locale;
    private final OrganisationSpellings spellings;

    OrganisationRows(Collection<CountedRegistration> visitors, Locale locale) {
        this.visitors = visitors;
        this.locale = locale;
        this.spellings = OrganisationSpellings.of(
                visitors.stream().map(CountedRegistration::organisation).toList());
    }

    /**
     * The table.
     *
     * @param by {@link Breakdown#ORGANISATION}, the largest first, or {@link Breakdown#NO_SHOW}, those with
     *     the most absent first
     */
    AttendanceTable table(Breakdown by, AttendanceRow total, VisitorDays arrivals) {
        TableRows rows = new TableRows(by);
        for (CountedRegistration visitor : visitors) {
            String spelling = spellings.spelling(visitor.organisation());
            rows.count(
                    spellings.keyOf(visitor.organisation()),
                    spelling.isEmpty() ? NOT_STATED.in(locale) : spelling,
                    true,
                    arrivals.hasArrived(visitor.id()));
        }
        Comparator<AttendanceRow> largest =
                Comparator.comparingLong(by == Breakdown.NO_SHOW ? AttendanceRow::absent : AttendanceRow::registered);
        return rows.table(
                total, largest.reversed().thenComparing(AttendanceRow::label, Collator.getInstance(Locale.GERMAN)));
    }
}
