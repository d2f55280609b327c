package org.einlass.server.event.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.event.EventDocument.Window;
import org.jspecify.annotations.Nullable;

/**
 * An earlier event again, from another day on: every day and time is moved by as many days, and keeps its hour by
 * the event's clock, whatever summer time does. It begins as a rehearsal.
 */
public final class EventCopy {
    private final EventDocument earlier;
    private final ZoneId zone;
    private final long days;

    private EventCopy(EventDocument earlier, LocalDate firstDay) {
        this.earlier = earlier;
        this.zone = earlier.zone();
        this.days = ChronoUnit.DAYS.between(earlier.firstDay(), firstDay);
    }

    /** The document of the new event. */
    public static EventDocument of(EventDocument earlier, Wording title, LocalDate firstDay) {
        return new EventCopy(earlier, firstDay).document(title, firstDay);
    }

    private EventDocument document(Wording title, LocalDate firstDay) {
        LocalDate last = earlier.lastDay();
        return new EventDocument(
                        title,
                        zone,
                        earlier.dayStart(),
                        Phase.REHEARSAL,
                        firstDay,
                        last == null ? null : last.plusDays(days),
                        earlier.opens(),
                        earlier.closes(),
                        earlier.organiser(),
                        earlier.place(),
                        earlier.directions(),
                        earlier.access(),
                        earlier.hotline(),
                        earlier.programmes(),
                        earlier.categories(),
                        earlier.areas(),
                        sessions(),
                        earlier.doors().stream().map(this::moved).toList())
                .withGuests(earlier.guests());
    }

    private @Nullable List<Session> sessions() {
        return earlier.sessions() == null
                ? null
                : earlier.allSessions().stream().map(this::moved).toList();
    }

    private Session moved(Session session) {
        return new Session(
                session.id(),
                session.programme(),
                session.title(),
                session.area(),
                moved(session.startsAt()),
                moved(session.endsAt()),
                session.seats());
    }

    private Door moved(Door door) {
        Rule rule = door.rule();
        Rule later = rule == null
                ? null
                : new Rule(
                        rule.categories(),
                        rule.programmes(),
                        moved(rule.window()),
                        rule.repetition(),
                        rule.reentryWindow(),
                        rule.provisional(),
                        moved(rule.days()),
                        rule.booking());
        return new Door(
                door.id(),
                door.title(),
                door.area(),
                door.scope(),
                door.direction(),
                door.prints(),
                later,
                door.gives());
    }

    private @Nullable Window moved(@Nullable Window window) {
        if (window == null) {
            return null;
        }
        Instant from = window.from();
        Instant until = window.until();
        return new Window(from == null ? null : moved(from), until == null ? null : moved(until), window.grace());
    }

    private @Nullable Set<LocalDate> moved(@Nullable Set<LocalDate> own) {
        return own == null ? null : own.stream().map(day -> day.plusDays(days)).collect(Collectors.toSet());
    }

    private Instant moved(Instant time) {
        return time.atZone(zone).plusDays(days).toInstant();
    }
}
