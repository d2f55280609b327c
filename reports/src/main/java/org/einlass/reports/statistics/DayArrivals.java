package org.einlass.reports.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.Wording;

/**
 * The curve of one day's arrivals: everybody once, when they came first on that day.
 *
 * @param day of the event; it may end after midnight
 * @param quarters in time order from the first arrival to the last; a quarter without arrivals stands there
 *     with none
 */
public record DayArrivals(LocalDate day, List<QuarterHour> quarters) {
    private static final Wording NOBODY = new Wording("Keine Ankünfte an diesem Tag.", "No arrivals on this day.");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS = 4;

    public DayArrivals {
        quarters = List.copyOf(quarters);
    }

    /** The arrivals of the whole day. */
    public long total() {
        return quarters.stream().mapToLong(QuarterHour::arrivals).sum();
    }

    /** The busiest quarter of an hour, the earliest of equal ones; none where nobody came. */
    public Optional<QuarterHour> peak() {
        return quarters.stream()
                .max(Comparator.comparingLong(QuarterHour::arrivals)
                        .thenComparing(QuarterHour::start, Comparator.reverseOrder()))
                .filter(peak -> peak.arrivals() > 0);
    }

    /** The quarters by clock hours; an hour that comes twice stands there twice. */
    public List<Hour> hours() {
        Map<OffsetDateTime, long[]> counts = new LinkedHashMap<>();
        for (QuarterHour quarter : quarters) {
            long[] hour = counts.computeIfAbsent(quarter.start().withMinute(0), start -> new long[QUARTERS]);
            hour[quarter.start().getMinute() / (int) QUARTER.toMinutes()] += quarter.arrivals();
        }
        return counts.entrySet().stream()
                .map(hour -> new Hour(
                        hour.getKey(), Arrays.stream(hour.getValue()).boxed().toList()))
                .toList();
    }

    /** An hour's words; with its date where the day goes on after midnight, with its offset where it comes twice. */
    public String words(Hour hour, Locale language) {
        boolean twice = hours().stream()
                        .filter(other -> other.start()
                                .toLocalDateTime()
                                .equals(hour.start().toLocalDateTime()))
                        .count()
                > 1;
        LocalDate date = hour.start().toLocalDate();
        return ReportWords.clock(hour.start(), language)
                + new Wording(" Uhr", "").in(language)
                + (date.equals(day) ? "" : ", " + ReportWords.day(date, language))
                + (twice ? " (UTC" + hour.start().getOffset() + ")" : "");
    }

    /** What the curve says, in a sentence. */
    public String sentence(Locale language) {
        return peak().map(peak -> sentence(peak, language)).orElseGet(() -> NOBODY.in(language));
    }

    private String sentence(QuarterHour peak, Locale language) {
        String from = ReportWords.clock(peak.start(), language);
        String until = ReportWords.clock(peak.start().plus(QUARTER), language);
        String most = ReportWords.count(peak.arrivals(), language);
        String all = ReportWords.count(total(), language);
        return new Wording(
                        all + " Ankünfte, die meisten von " + from + " bis " + until + " Uhr: " + most + ".",
                        all + " arrivals, most of them from " + from + " to " + until + ": " + most + ".")
                .in(language);
    }

    /**
     * The arrivals of one hour.
     *
     * @param quarters four
     */
    public record Hour(OffsetDateTime start, List<Long> quarters) {

        public Hour {
            quarters = List.copyOf(quarters);
        }

        /** The arrivals of the four quarters. */
        public long total() {
            return quarters.stream().mapToLong(Long::longValue).sum();
        }
    }
}
