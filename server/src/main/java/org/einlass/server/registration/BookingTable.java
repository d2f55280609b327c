package org.einlass.server.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.jdbi.v3.core.Handle;

/** The sessions in which registrations have booked a seat. */
public final class BookingTable {
    private BookingTable() {}

    static Set<SessionId> of(Handle handle, EventId event, RegistrationId registration) {
        return new HashSet<>(
                handle.createQuery("select session from bookings where event = :event and registration = :id")
                        .bind("event", event.text())
                        .bind("id", registration.toString())
                        .map((row, context) -> new SessionId(row.getString("session")))
                        .list());
    }

    /** Who has a seat in one of the sessions, each once, in a fixed order. */
    public static Set<RegistrationId> bookedInto(Handle handle, EventId event, Set<SessionId> sessions) {
        Set<RegistrationId> booked = new LinkedHashSet<>();
        handle.createQuery("select registration, session from bookings where event = :event order by registration")
                .bind("event", event.text())
                .map((row, context) -> sessions.contains(new SessionId(row.getString("session")))
                        && booked.add(RegistrationId.of(row.getString("registration"))))
                .list();
        return booked;
    }

    /**
     * Makes {@code wanted} the registration's bookings; those that stay keep the time at which they were
     * made.
     */
    static void put(Handle handle, EventId event, RegistrationId registration, Set<SessionId> wanted, Instant now) {
        Set<SessionId> booked = of(handle, event, registration);
        booked.stream()
                .filter(session -> !wanted.contains(session))
                .forEach(session -> remove(handle, event, registration, session));
        wanted.stream()
                .filter(session -> !booked.contains(session))
                .forEach(session -> add(handle, event, registration, session, now));
    }

    private static void remove(Handle handle, EventId event, RegistrationId registration, SessionId session) {
        handle.createUpdate("delete from bookings where event = :event and session = :session and registration = :id")
                .bind("event", event.text())
                .bind("session", session.text())
                .bind("id", registration.toString())
                .execute();
    }

    private static void add(Handle handle, EventId event, RegistrationId registration, SessionId session, Instant now) {
        handle.createUpdate("""
                        insert into bookings (event, session, registration, booked_at)
                        values (:event, :session, :id, :now)
                        """)
                .bind("event", event.text())
                .bind("session", session.text())
                .bind("id", registration.toString())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
