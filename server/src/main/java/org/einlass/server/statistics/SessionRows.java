package org.einlass.server.statistics;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Session;
import org.jspecify.annotations.Nullable;

/** Visitors by session: seats booked, people who came, and how many had room. Nobody is named. */
final class SessionRows {
    private static final Wording MOMENT = new Wording("d.M., H.mm", "d MMM, HH:mm");

    private final EventDocument event;
    private final Locale locale;
    private final List<CountedVisitor> visitors;
    private final List<CountedVisitor> counted;

    /** @param counted visitors and others who are registered or came */
    SessionRows(EventDocument event, Locale locale, List<CountedVisitor> visitors, List<CountedVisitor> counted) {
        this.event = event;
        this.locale = locale;
        this.visitors = visitors;
        this.counted = counted;
    }

    /** The table; none where no session is in a room whose door is scanned. */
    Optional<AttendanceTable> table(CountedEntries entries) {
        Map<Session, Set<String>> inside = SessionAttendance.of(event, entries);
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = ids(visitors.stream());
        TableRows rows = new TableRows(Breakdown.SESSION);
        inside.forEach((session, people) -> rows.room(
                label(session),
                booked(session).filter(ids::contains).count(),
                people.stream().filter(ids::contains).count(),
                capacity(session)));
        Set<String> booked = inside.keySet().stream().flatMap(this::booked).collect(Collectors.toSet());
        Set<String> came = inside.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        rows.notCounted(new AttendanceRow(
                say("Nicht mitgezählt: wer nicht als Besuch zählt", "Not counted: who is no visitor"),
                booked.stream().filter(id -> !ids.contains(id)).count(),
                came.stream().filter(id -> !ids.contains(id)).count()));
        booked.retainAll(ids);
        came.retainAll(ids);
        return Optional.of(rows.overlapping(
                say("In mehreren, oben mehrfach", "In several, repeated above"),
                new AttendanceRow(say("Verschiedene Personen", "Different people"), booked.size(), came.size())));
    }

    private Stream<String> booked(Session session) {
        return counted.stream()
                .map(CountedVisitor::registration)
                .filter(one -> one.booked().contains(session.id()))
                .map(CountedRegistration::id);
    }

    private static Set<String> ids(Stream<CountedVisitor> some) {
        return some.map(one -> one.registration().id()).collect(Collectors.toCollection(HashSet::new));
    }

    private String label(Session session) {
        return session.title().in(locale)
                + ", "
                + room(session)
                        .map(area -> area.title().in(locale))
                        .orElse(session.area().text())
                + ", "
                + DateTimeFormatter.ofPattern(MOMENT.in(locale), locale)
                        .format(session.startsAt().atZone(event.zone()));
    }

    /** How many may sit there, or be there; the smaller of both. */
    private @Nullable Long capacity(Session session) {
        return Stream.of(Optional.ofNullable(session.seats()), room(session).map(Area::permitted))
                .flatMap(Optional::stream)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .map(Integer::longValue)
                .filter(people -> people > 0)
                .orElse(null);
    }

    private Optional<Area> room(Session session) {
        return event.allAreas().stream()
                .filter(area -> area.id().equals(session.area()))
                .findFirst();
    }

    private String say(String german, String english) {
        return new Wording(german, english).in(locale);
    }
}
