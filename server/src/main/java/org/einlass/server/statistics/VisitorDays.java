package org.einlass.server.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;

/** When each person came first, on each day of the event's calendar. */
final class VisitorDays {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Map<String, Map<LocalDate, Arrival>> firsts = new HashMap<>();

    VisitorDays(Collection<Arrival> arrivals, EventCalendar calendar) {
        Map<LocalDate, LocalDate> alike = new HashMap<>();
        for (Arrival arrival : arrivals) {
            LocalDate day = alike.computeIfAbsent(calendar.dayOf(arrival.at()), one -> one);
            firsts.merge(arrival.subject(), Map.of(day, arrival), VisitorDays::earliest);
        }
    }

    /** Most people come on one day, whose map is small. */
    private static Map<LocalDate, Arrival> earliest(Map<LocalDate, Arrival> some, Map<LocalDate, Arrival> more) {
        Map<LocalDate, Arrival> all = new TreeMap<>(some);
        more.forEach(
                (day, arrival) -> all.merge(day, arrival, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return all;
    }

    /** The first arrival of each day; nothing for somebody who never came. */
    Map<LocalDate, Arrival> of(String subject) {
        return firsts.getOrDefault(subject, Map.of());
    }

    /** The first arrival of each day, of all who came. */
    Map<String, Map<LocalDate, Instant>> times() {
        Map<String, Map<LocalDate, Instant>> times = new HashMap<>();
        firsts.forEach((subject, days) -> days.forEach((day, arrival) ->
                times.computeIfAbsent(subject, who -> new TreeMap<>()).put(day, arrival.at())));
        return times;
    }

    /** How many came, known registrations and others. */
    int people() {
        return firsts.size();
    }

    /**
     * The curve of one day, from its first quarter with arrivals to its last without gaps. Estimated times are in no
     * quarter: they would make a peak where there was none.
     */
    static DayArrivals curve(LocalDate day, Collection<CountedVisitor> visitors, ZoneId zone) {
        TreeMap<Instant, Long> counts = new TreeMap<>();
        long estimated = 0;
        for (CountedVisitor visitor : visitors) {
            Arrival arrival = visitor.days().get(day);
            if (arrival != null && arrival.recording() == Arrival.Recording.PAPER) {
                estimated++;
            } else if (arrival != null) {
                counts.merge(quarter(arrival.at()), 1L, Long::sum);
            }
        }
        List<QuarterHour> quarters = new ArrayList<>();
        if (!counts.isEmpty()) {
            for (Instant at = counts.firstKey(); !at.isAfter(counts.lastKey()); at = at.plus(QUARTER)) {
                quarters.add(new QuarterHour(at.atZone(zone).toOffsetDateTime(), counts.getOrDefault(at, 0L)));
            }
        }
        long expected = visitors.stream()
                .filter(one -> one.registration().confirmed() && one.isExpected(day))
                .count();
        return new DayArrivals(day, quarters, expected, estimated);
    }

    /** All zones of today are whole quarters of an hour away from UTC. */
    private static Instant quarter(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds());
    }
}
