package org.einlass.server.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Session;

/**
 * Counts an event's attendance. A visitor is somebody of a category that counts as visitor, who is registered
 * or came anyway; everybody counts once, however often they were scanned. Who is in no figure, stands in a
 * row of their own: the other categories, and codes of nobody known.
 */
public final class AttendanceCount {
    private final EventDocument event;
    private final Locale locale;
    private final CountedEntries entries;
    private final VisitorDays arrivals;
    private final OrganisationSpellings spellings;
    private final List<CountedVisitor> counted;
    private final List<CountedVisitor> visitors;
    private final AttendanceRow total;

    private AttendanceCount(
            EventDocument event,
            Collection<CountedRegistration> registrations,
            Collection<CountedFact> facts,
            Locale locale) {
        this.event = event;
        this.locale = locale;
        this.entries = CountedEntries.of(facts);
        this.arrivals = arrivals(event, entries);
        Set<CategoryId> visiting = event.categories().stream()
                .filter(Category::countsAsVisitor)
                .map(Category::id)
                .collect(Collectors.toSet());
        this.spellings = OrganisationSpellings.of(
                registrations.stream().map(CountedRegistration::organisation).toList());
        this.counted = registrations.stream()
                .map(one -> CountedVisitor.of(one, arrivals))
                .filter(one -> one.registration().confirmed() || one.hasArrived())
                .toList();
        this.visitors = counted.stream()
                .filter(one -> visiting.contains(one.registration().category()))
                .toList();
        this.total = row(new Wording("Insgesamt", "In total"), visitors);
    }

    /**
     * Counts.
     *
     * @param facts of the live phase only
     * @param conflicts settled or not
     * @param now when this is counted
     */
    public static Attendance of(
            EventDocument event,
            Collection<CountedRegistration> registrations,
            Collection<CountedFact> facts,
            Collection<CountedConflict> conflicts,
            Locale locale,
            Instant now) {
        AttendanceCount count = new AttendanceCount(event, registrations, facts, locale);
        List<AttendanceTable> tables = count.allTables();
        CaseRows cases = new CaseRows(locale);
        tables.add(cases.decisions(facts, count.entries::stands));
        tables.add(cases.conflicts(conflicts));
        return count.attendance(tables, now);
    }

    /** Counts an event without conflicts. */
    static Attendance of(
            EventDocument event,
            Collection<CountedRegistration> registrations,
            Collection<CountedFact> facts,
            Locale locale,
            Instant now) {
        return of(event, registrations, facts, List.of(), locale, now);
    }

    /** Counts what changes while people arrive: programmes, sectors, doors and the curves. Takes half the time. */
    public static Attendance live(
            EventDocument event,
            Collection<CountedRegistration> registrations,
            Collection<CountedFact> facts,
            Locale locale,
            Instant now) {
        AttendanceCount count = new AttendanceCount(event, registrations, facts, locale);
        return count.attendance(count.tables().whileLive(), now);
    }

    /**
     * When each registration came first, on each day of the event's calendar; who never came is not there.
     *
     * @param facts of the live phase only
     */
    public static Map<String, Map<LocalDate, Instant>> firstArrivals(
            EventDocument event, Collection<CountedFact> facts) {
        return arrivals(event, CountedEntries.of(facts)).times();
    }

    /**
     * In which sessions each registration was, in order of time, of those whose doors are scanned; who was in none
     * is not there.
     *
     * @param facts of the live phase only
     */
    public static Map<String, List<Session>> sessions(EventDocument event, Collection<CountedFact> facts) {
        Map<String, List<Session>> sessions = new HashMap<>();
        SessionAttendance.of(event, CountedEntries.of(facts))
                .forEach((session, subjects) ->
                        subjects.forEach(subject -> sessions.computeIfAbsent(subject, who -> new ArrayList<>())
                                .add(session)));
        return sessions;
    }

    private static VisitorDays arrivals(EventDocument event, CountedEntries entries) {
        return new VisitorDays(
                entries.in(event.entrances()::contains), new EventCalendar(event.zone(), event.dayBegins()));
    }

    private List<LocalDate> days() {
        return event.firstDay().datesUntil(event.end().plusDays(1)).toList();
    }

    private AttendanceTables tables() {
        return new AttendanceTables(event, days(), locale, spellings, visitors, total);
    }

    private List<AttendanceTable> allTables() {
        List<AttendanceTable> all = new ArrayList<>(tables().all(notVisitors(), unknown()));
        new SessionRows(event, locale, visitors, counted).table(entries).ifPresent(all::add);
        return all;
    }

    private Attendance attendance(List<AttendanceTable> tables, Instant now) {
        Set<String> walkIns = entries.walkIns();
        return new Attendance(
                event.title().in(locale),
                locale,
                event.zone(),
                days(),
                now,
                total,
                visitors.stream()
                        .filter(one -> walkIns.contains(one.registration().id()))
                        .count(),
                tables,
                days().stream()
                        .map(day -> VisitorDays.curve(day, visitors, event.zone()))
                        .toList());
    }

    /** A row for each category that does not count as visitor. */
    private List<AttendanceRow> notVisitors() {
        return event.categories().stream()
                .filter(category -> !category.countsAsVisitor())
                .map(category -> row(
                        new Wording(
                                "Nicht mitgezählt: " + category.title().german(),
                                "Not counted: " + category.title().english()),
                        counted.stream()
                                .filter(one -> one.registration().category().equals(category.id()))
                                .toList()))
                .toList();
    }

    /** Codes that were let in and lead to nobody known: to be clarified. */
    private AttendanceRow unknown() {
        long known = counted.stream().filter(CountedVisitor::hasArrived).count();
        return new AttendanceRow(
                new Wording(
                                "Nicht mitgezählt: eingelassene Codes von Unbekannten",
                                "Not counted: codes of nobody known")
                        .in(locale),
                0,
                arrivals.people() - known);
    }

    private AttendanceRow row(Wording label, List<CountedVisitor> people) {
        long came = people.stream().filter(CountedVisitor::hasArrived).count();
        return new AttendanceRow(label.in(locale), people.size(), came);
    }
}
