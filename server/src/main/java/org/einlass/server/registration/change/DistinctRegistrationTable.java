package org.einlass.server.registration.change;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Which registrations look like one person and are two, as organisers said, on the caller's handle. */
final class DistinctRegistrationTable {
    private DistinctRegistrationTable() {}

    /** Two registrations in the order in which the table holds them. */
    record Pair(String registration, String other) {

        static Pair of(RegistrationId one, RegistrationId another) {
            String first = one.toString();
            String second = another.toString();
            return first.compareTo(second) < 0 ? new Pair(first, second) : new Pair(second, first);
        }
    }

    static Set<Pair> all(Handle handle, EventId event) {
        return new HashSet<>(handle.createQuery("""
                        select registration, other from distinct_registrations where event = :event
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Pair(row.getString("registration"), row.getString("other")))
                .list());
    }

    /** Nothing changes where it was said before. */
    static void add(Handle handle, EventId event, Pair pair, Instant now, String by) {
        handle.createUpdate("""
                        insert into distinct_registrations (event, registration, other, decided_at, decided_by)
                        values (:event, :registration, :other, :now, :by)
                        on conflict (event, registration, other) do nothing
                        """)
                .bind("event", event.text())
                .bind("registration", pair.registration())
                .bind("other", pair.other())
                .bind("now", now.toEpochMilli())
                .bind("by", by)
                .execute();
    }

    static void remove(Handle handle, EventId event, Pair pair) {
        handle.createUpdate("""
                        delete from distinct_registrations
                        where event = :event and registration = :registration and other = :other
                        """)
                .bind("event", event.text())
                .bind("registration", pair.registration())
                .bind("other", pair.other())
                .execute();
    }
}
