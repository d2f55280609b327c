package org.einlass.server.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.Seats;
import org.einlass.server.event.UnknownEventOrDoor;
import org.jdbi.v3.core.Handle;

/** What the screens of doors are told of the rooms behind them. */
final class RoomSheets {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int MOST_SESSIONS = 50;

    private RoomSheets() {}

    static RoomSheet behind(Handle handle, EventId event, EventDocument document, DoorId door, Instant now) {
        AreaId behind = Objects.requireNonNull(document.doors().stream()
                .filter(one -> one.id().equals(door))
                .findFirst()
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR))
                .area());
        EventDocument.Area area = document.allAreas().stream()
                .filter(one -> one.id().equals(behind))
                .findFirst()
                .orElseThrow();
        List<RoomSheet.Slot> sessions = document.allSessions().stream()
                .filter(session -> session.area().equals(behind))
                .filter(session ->
                        session.endsAt().isAfter(now) && session.startsAt().isBefore(now.plus(AHEAD)))
                .sorted(Comparator.comparing(EventDocument.Session::startsAt)
                        .thenComparing(session -> session.id().text()))
                .limit(MOST_SESSIONS)
                .map(session -> slot(handle, event, session))
                .toList();
        return new RoomSheet(behind, area.title(), area.permitted(), sessions);
    }

    private static RoomSheet.Slot slot(Handle handle, EventId event, EventDocument.Session session) {
        return new RoomSheet.Slot(
                session.id(),
                session.title(),
                session.startsAt(),
                session.endsAt(),
                session.seats(),
                Seats.taken(handle, event, session.id()));
    }
}
