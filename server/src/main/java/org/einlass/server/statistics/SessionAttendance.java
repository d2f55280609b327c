package org.einlass.server.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Session;

/**
 * Who was in which session, of the sessions in rooms that lie inside another area and have an entry door of their
 * own. Whoever left by a scanned exit on the same day was in all sessions between, unless they came once more before
 * it; whoever did not was in the one that was on, or that began within half an hour. A pure function of the facts.
 */
final class SessionAttendance {
    private static final Duration EARLY = Duration.ofMinutes(30);

    private final EventDocument event;
    private final EventCalendar calendar;
    private final List<Arrival> passages;

    private SessionAttendance(EventDocument event, CountedEntries entries) {
        this.event = event;
        this.calendar = new EventCalendar(event.zone(), event.dayBegins());
        this.passages = entries.passages();
    }

    /** The sessions whose doors are scanned, in order of time and id, with those who were in them. */
    static Map<Session, Set<String>> of(EventDocument event, CountedEntries entries) {
        Set<AreaId> rooms = event.allAreas().stream()
                .filter(area -> area.parent() != null)
                .map(Area::id)
                .filter(area -> event.doors().stream().anyMatch(door -> isEntryOf(door, area)))
                .collect(Collectors.toSet());
        List<Session> sessions = event.allSessions().stream()
                .filter(session -> rooms.contains(session.area()))
                .sorted(Comparator.comparing(Session::startsAt)
                        .thenComparing(session -> session.id().text()))
                .toList();
        return sessions.isEmpty() ? Map.of() : new SessionAttendance(event, entries).of(sessions);
    }

    private static boolean leadsOutOf(Set<AreaId> areas, Door exit) {
        AreaId area = exit.area();
        return area != null && areas.contains(area);
    }

    private static boolean isEntryOf(Door door, AreaId area) {
        return area.equals(door.area()) && door.direction() != Direction.EXIT;
    }

    private Map<Session, Set<String>> of(List<Session> sessions) {
        Map<SessionId, Set<String>> inside = new HashMap<>();
        sessions.stream()
                .collect(Collectors.groupingBy(Session::area))
                .forEach((room, there) -> fill(inside, room, there));
        Map<Session, Set<String>> all = new LinkedHashMap<>();
        sessions.forEach(session -> all.put(session, inside.getOrDefault(session.id(), Set.of())));
        return all;
    }

    private void fill(Map<SessionId, Set<String>> inside, AreaId room, List<Session> sessions) {
        Set<AreaId> around = around(room);
        Set<DoorId> entries = doors(door -> isEntryOf(door, room));
        Set<DoorId> exits = doors(door -> door.direction() == Direction.EXIT && leadsOutOf(around, door));
        Map<String, NavigableSet<Instant>> left = times(exits);
        Map<String, NavigableSet<Instant>> came = times(entries);
        for (Arrival passage : passages) {
            if (entries.contains(passage.door())) {
                Instant in = passage.at();
                Optional<Instant> again = after(came, passage.subject(), in);
                Optional<Instant> out = after(left, passage.subject(), in)
                        .filter(until -> again.isEmpty() || !again.get().isBefore(until))
                        .filter(until -> calendar.dayOf(until).equals(calendar.dayOf(in)));
                sessions.stream()
                        .filter(session -> out.map(until -> isBetween(session, in, until))
                                .orElseGet(() -> isNext(session, sessions, in)))
                        .forEach(session -> inside.computeIfAbsent(session.id(), id -> new HashSet<>())
                                .add(passage.subject()));
            }
        }
    }

    private Map<String, NavigableSet<Instant>> times(Set<DoorId> doors) {
        Map<String, NavigableSet<Instant>> times = new HashMap<>();
        passages.stream()
                .filter(passage -> doors.contains(passage.door()))
                .forEach(passage -> times.computeIfAbsent(passage.subject(), who -> new TreeSet<>())
                        .add(passage.at()));
        return times;
    }

    private static Optional<Instant> after(Map<String, NavigableSet<Instant>> times, String subject, Instant at) {
        return Optional.ofNullable(times.get(subject)).map(own -> own.higher(at));
    }

    /** The room and all areas that it lies in: whoever leaves one of them has left the room. */
    private Set<AreaId> around(AreaId room) {
        Map<AreaId, Area> areas = event.allAreas().stream().collect(Collectors.toMap(Area::id, area -> area));
        Set<AreaId> around = new HashSet<>();
        AreaId next = room;
        while (next != null && around.add(next)) {
            Area area = areas.get(next);
            next = area == null ? null : area.parent();
        }
        return around;
    }

    private Set<DoorId> doors(Predicate<Door> which) {
        return event.doors().stream().filter(which).map(Door::id).collect(Collectors.toSet());
    }

    private static boolean isBetween(Session session, Instant in, Instant out) {
        return in.isBefore(session.endsAt()) && out.isAfter(session.startsAt());
    }

    private static boolean isNext(Session session, List<Session> sessions, Instant in) {
        Session next = sessions.stream()
                .filter(one -> one.endsAt().isAfter(in))
                .min(Comparator.comparing(Session::startsAt)
                        .thenComparing(one -> one.id().text()))
                .orElse(null);
        return Objects.equals(session, next) && !session.startsAt().minus(EARLY).isAfter(in);
    }
}
