package org.einlass.server.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.Sector;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.QuarterHour;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;

/**
 * Counts an event's attendance. Everybody counts once, however often they were scanned; whose category is no
 * visitor's stands in the table of categories only. Codes that belong to nobody known are left to be
 * clarified and not counted.
 */
public final class AttendanceCount {
    private static final int QUARTER = 15;
    private static final Wording NO_SECTOR = new Wording("Ohne Angabe", "Not stated");

    private final EventDocument event;
    private final Collection<CountedRegistration> guests;
    private final Map<String, Map<LocalDate, Instant>> arrivals;
    private final Set<String> walkIns;
    private final Set<CategoryId> visiting;
    private final Locale locale;

    private AttendanceCount(
            EventDocument event,
            Collection<CountedRegistration> guests,
            Map<String, Map<LocalDate, Instant>> arrivals,
            Set<String> walkIns,
            Locale locale) {
        this.event = event;
        this.guests = guests;
        this.arrivals = arrivals;
        this.walkIns = walkIns;
        this.locale = locale;
        this.visiting = event.categories().stream()
                .filter(Category::countsAsVisitor)
                .map(Category::id)
                .collect(Collectors.toSet());
    }

    /**
     * Counts.
     *
     * @param facts of the live phase only
     * @param now when this is counted
     */
    public static Attendance of(
            EventDocument event,
            Collection<CountedRegistration> guests,
            Collection<CountedFact> facts,
            Locale locale,
            Instant now) {
        Set<DoorId> entries = event.doors().stream()
                .filter(door -> door.direction() != Direction.EXIT)
                .map(Door::id)
                .collect(Collectors.toSet());
        EventCalendar calendar = new EventCalendar(event.zone(), event.dayBegins());
        Map<String, Map<LocalDate, Instant>> arrivals = new HashMap<>();
        for (CountedEntries.Entered entered : CountedEntries.in(facts, entries::contains)) {
            arrivals.computeIfAbsent(entered.subject(), subject -> new HashMap<>())
                    .merge(calendar.dayOf(entered.at()), entered.at(), AttendanceCount::earlier);
        }
        return new AttendanceCount(event, guests, arrivals, CountedEntries.walkIns(facts), locale).attendance(now);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Attendance attendance(Instant now) {
        AttendanceRow total = row("", this::isVisitor);
        return new Attendance(
                event.title().in(locale),
                event.zone(),
                event.firstDay().datesUntil(event.end().plusDays(1)).toList(),
                now,
                total,
                byCategory(),
                bySector(),
                byProgramme(),
                total.arrived(),
                guests.stream()
                        .filter(countedRegistration ->
                                isVisitor(countedRegistration) && walkIns.contains(countedRegistration.id()))
                        .count(),
                quarters());
    }

    private boolean isVisitor(CountedRegistration countedRegistration) {
        return visiting.contains(countedRegistration.category());
    }

    private boolean hasArrived(CountedRegistration countedRegistration) {
        return arrivals.containsKey(countedRegistration.id());
    }

    private AttendanceRow row(String label, Predicate<CountedRegistration> which) {
        List<CountedRegistration> counted = guests.stream()
                .filter(which)
                .filter(countedRegistration -> countedRegistration.confirmed() || hasArrived(countedRegistration))
                .toList();
        long arrived = counted.stream().filter(this::hasArrived).count();
        return new AttendanceRow(label, counted.size(), arrived);
    }

    private List<AttendanceRow> byCategory() {
        return event.categories().stream()
                .map(category -> row(
                        category.title().in(locale),
                        countedRegistration -> countedRegistration.category().equals(category.id())))
                .toList();
    }

    private List<AttendanceRow> bySector() {
        List<AttendanceRow> rows = new ArrayList<>(Arrays.stream(Sector.values())
                .map(sector -> row(
                        sector.words().in(locale),
                        countedRegistration ->
                                isVisitor(countedRegistration) && countedRegistration.sector() == sector))
                .toList());
        rows.add(row(
                NO_SECTOR.in(locale),
                countedRegistration -> isVisitor(countedRegistration) && countedRegistration.sector() == null));
        return rows.stream().filter(row -> row.registered() > 0).toList();
    }

    private List<AttendanceRow> byProgramme() {
        return event.allProgrammes().stream()
                .map(programme -> row(
                        programme.title().in(locale),
                        countedRegistration -> isVisitor(countedRegistration)
                                && countedRegistration.programmes().contains(programme.id())))
                .toList();
    }

    /** First arrivals of each visitor on each day. */
    private List<QuarterHour> quarters() {
        Map<LocalDateTime, Long> quarters = new TreeMap<>();
        guests.stream()
                .filter(this::isVisitor)
                .map(countedRegistration -> arrivals.getOrDefault(countedRegistration.id(), Map.of()))
                .flatMap(days -> days.values().stream())
                .forEach(at -> quarters.merge(quarter(at), 1L, Long::sum));
        return quarters.entrySet().stream()
                .map(quarter -> new QuarterHour(quarter.getKey(), quarter.getValue()))
                .toList();
    }

    private LocalDateTime quarter(Instant at) {
        LocalDateTime local = at.atZone(event.zone()).toLocalDateTime();
        return local.truncatedTo(ChronoUnit.HOURS).plusMinutes(local.getMinute() / QUARTER * (long) QUARTER);
    }
}
