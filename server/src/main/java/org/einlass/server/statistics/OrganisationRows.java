package org.einlass.server.statistics;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.Wording;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;

/**
 * Visitors by organisation. Spellings that differ only in capitals, umlauts, blanks and signs are one
 * organisation, printed as most people wrote it.
 */
final class OrganisationRows {
    private static final Wording NOT_STATED = new Wording("Ohne Angabe", "Not stated");

    private final Collection<CountedRegistration> visitors;
    private final Locale locale;
    private final Map<String, String> spellings = new HashMap<>();

    OrganisationRows(Collection<CountedRegistration> visitors, Locale locale) {
        this.visitors = visitors;
        this.locale = locale;
        Map<String, Map<String, Integer>> written = new HashMap<>();
        visitors.forEach(visitor -> written.computeIfAbsent(key(visitor.organisation()), other -> new TreeMap<>())
                .merge(visitor.organisation().strip(), 1, Integer::sum));
        written.forEach((key, counts) -> spellings.put(
                key,
                Collections.max(
                                counts.entrySet(),
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .getKey()));
    }

    /** What two spellings of one organisation have in common. */
    static String key(String organisation) {
        return Normalizer.normalize(organisation, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
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
            String key = key(visitor.organisation());
            String spelling = spellings.getOrDefault(key, "");
            rows.count(
                    key,
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
