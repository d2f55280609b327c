package org.einlass.server.event;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.jdbi.v3.core.Handle;

/** The seats of sessions, and how many of them are taken; cancelled and waiting guests take none. */
public final class Seats {
    private Seats() {}

    /** Seats that are booked. */
    public static long taken(Handle handle, EventId event, SessionId session) {
        return handle.createQuery("""
                        select count(*) from bookings b
                        join registrations r on r.event = b.event and r.id = b.registration
                        where b.event = :event and b.session = :session and r.status in ('CONFIRMED', 'BLOCKED')
                        """)
                .bind("event", event.text())
                .bind("session", session.text())
                .mapTo(Long.class)
                .one();
    }

    /** How many there are; empty where nobody counts. */
    public static OptionalInt of(Handle handle, EventId event, SessionId session) {
        return handle.createQuery(
                        "select seats from sessions where event = :event and id = :session and seats is not null")
                .bind("event", event.text())
                .bind("session", session.text())
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Holds the sessions until the end of the transaction, so that nobody else takes the last seat. */
    public static void lock(Handle handle, EventId event, Collection<SessionId> sessions) {
        List<String> ordered = sessions.stream().map(SessionId::text).sorted().toList();
        for (String session : ordered) {
            handle.createUpdate("update sessions set version = version where event = :event and id = :session")
                    .bind("event", event.text())
                    .bind("session", session)
                    .execute();
        }
    }
}
