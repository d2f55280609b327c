package org.einlass.reports.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The curve of one day's arrivals: everybody once, when they came first on that day.
 *
 * @param day of the event; it may end after midnight
 * @param quarters in time order from the first arrival to the last; a quarter without arrivals stands there
 *     with none
 * @param expected how many are registered for the day; absent where nobody counted them
 * @param estimated arrivals entered from paper: their times are estimated, so they are in no quarter
 */
public record DayArrivals(
        LocalDate day, List<QuarterHour> quarters, @Nullable Long expected, long estimated) {
    /** What the line of arrivals says that are in no quarter. */
    public static final Wording ESTIMATED = new Wording("Vom Papier, Uhrzeit geschätzt", "From paper, time estimated");

    private static final Wording NOBODY = new Wording("Keine Ankünfte an diesem Tag.", "No arrivals on this day.");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS = 4;

    public DayArrivals {
        quarters = List.copyOf(quarters);
    }

    /** A day for which nobody counted who is registered. */
    public DayArrivals(LocalDate day, List<QuarterHour> quarters) {
        this(day, quarters, null, 0);
    }

    /**
     * The same day from one moment to another at least, with quarters without arrivals at its ends.
     *
     * @param zone of the quarters that are added
     */
    DayArrivals spanning(Instant from, Instant until, ZoneId zone) {
        TreeMap<Instant, QuarterHour> all = new TreeMap<>();
        quarters.forEach(quarter -> all.put(quarter.start().toInstant(), quarter));
        for (Instant at = from; !at.isAfter(until); at = at.plus(QUARTER)) {
            all.putIfAbsent(at, new QuarterHour(at.atZone(zone).toOffsetDateTime(), 0));
        }
        return new DayArrivals(day, List.copyOf(all.values()), expected, estimated);
    }

    /** The arrivals of the whole day, those with estimated times among them. */
    public long total() {
        return quarters.stream().mapToLong(QuarterHour::arrivals).sum() + estimated;
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
        String fromPaper = ReportWords.count(estimated, language);
        String apart = estimated == 0
                ? ""
                : new Wording(
                                " Vom Papier, mit geschätzter Uhrzeit und in keiner Säule: " + fromPaper + ".",
                                " From paper, at an estimated time and in no column: " + fromPaper + ".")
                        .in(language);
        return peak().map(peak -> sentence(peak, language) + apart)
                .orElseGet(() -> estimated == 0 ? NOBODY.in(language) : apart.strip());
    }

    private String sentence(QuarterHour peak, Locale language) {
        String from = ReportWords.clock(peak.start(), language);
        String until = ReportWords.clock(peak.start().plus(QUARTER), language);
        String most = ReportWords.count(peak.arrivals(), language);
        String all = ReportWords.count(total(), language);
        String of = expected == null ? "" : ReportWords.count(expected, language);
        return new Wording(
                        all + (total() == 1 ? " Ankunft" : " Ankünfte")
                                + (of.isEmpty() ? "" : " bei " + of + " für den Tag Angemeldeten")
                                + "; am stärksten war die Zeit von " + from + " bis " + until + " Uhr mit " + most
                                + ".",
                        all + (total() == 1 ? " arrival" : " arrivals")
                                + (of.isEmpty() ? "" : " and " + of + " registered for the day")
                                + "; the busiest time was " + from + " to " + until + " with " + most + ".")
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
