package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The arrivals of an earlier event, to be compared with: its first day with the first, its second with the second,
 * each at its time of day.
 *
 * @param event title
 * @param days moved to the days that they are compared with
 */
public record EarlierArrivals(String event, List<DayArrivals> days) {

    public EarlierArrivals {
        days = List.copyOf(days);
    }

    /**
     * Moves the days of an earlier event.
     *
     * @param days the days to compare with, ascending; those of the earlier event beyond their number are left out
     * @param zone of those days
     */
    public static EarlierArrivals of(Attendance earlier, List<LocalDate> days, ZoneId zone) {
        List<DayArrivals> moved = new ArrayList<>();
        for (int place = 0; place < Math.min(days.size(), earlier.arrivals().size()); place++) {
            moved.add(moved(earlier.arrivals().get(place), days.get(place), zone));
        }
        return new EarlierArrivals(earlier.event(), moved);
    }

    /** The hour that comes twice in the night of a clock change is one where the other day has only one. */
    private static DayArrivals moved(DayArrivals earlier, LocalDate day, ZoneId zone) {
        long later = ChronoUnit.DAYS.between(earlier.day(), day);
        TreeMap<Instant, Long> counts = new TreeMap<>();
        for (QuarterHour quarter : earlier.quarters()) {
            LocalDateTime local = quarter.start().toLocalDateTime().plusDays(later);
            counts.merge(local.atZone(zone).toInstant(), quarter.arrivals(), Long::sum);
        }
        return new DayArrivals(
                day,
                counts.entrySet().stream()
                        .map(quarter ->
                                new QuarterHour(quarter.getKey().atZone(zone).toOffsetDateTime(), quarter.getValue()))
                        .toList(),
                null,
                earlier.estimated());
    }
}
