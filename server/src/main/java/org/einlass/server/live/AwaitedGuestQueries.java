package org.einlass.server.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Who is awaited by name, who of them is here, and how they are reached. */
final class AwaitedGuestQueries {
    private AwaitedGuestQueries() {}

    /** Confirmed registrations of some categories. */
    static List<RegistrationId> confirmed(Handle handle, EventId event, Collection<CategoryId> categories) {
        if (categories.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select id from registrations
                        where event = :event and status = 'CONFIRMED' and merged_into is null
                            and category in (<categories>) order by id
                        """)
                .bind("event", event.text())
                .bindList(
                        "categories", categories.stream().map(CategoryId::text).toList())
                .map((row, context) -> RegistrationId.of(row.getString(1)))
                .list();
    }

    /** Since when each is inside of any area, for passages since a moment. */
    static Map<RegistrationId, Instant> here(
            Handle handle, EventId event, Phase phase, Collection<RegistrationId> people, Instant since) {
        Map<RegistrationId, Instant> here = new HashMap<>();
        if (people.isEmpty()) {
            return here;
        }
        handle.createQuery("""
                        select subject, min(changed_at) from presences
                        where event = :event and phase = :phase and inside = true and changed_at >= :since
                            and subject in (<people>)
                        group by subject
                        """)
                .bind("event", event.text())
                .bind("phase", phase.name())
                .bind("since", since.toEpochMilli())
                .bindList(
                        "people", people.stream().map(RegistrationId::toString).toList())
                .map((row, context) ->
                        here.put(RegistrationId.of(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
                .list();
        return here;
    }

    static Map<RegistrationId, Instant> accompanied(Handle handle, EventId event) {
        Map<RegistrationId, Instant> accompanied = new HashMap<>();
        handle.createQuery("select registration, since from accompanied_guests where event = :event")
                .bind("event", event.text())
                .map((row, context) ->
                        accompanied.put(RegistrationId.of(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
                .list();
        return accompanied;
    }

    static void accompany(Handle handle, EventId event, RegistrationId registration, Instant since, String by) {
        handle.createUpdate("""
                        insert into accompanied_guests (event, registration, since, noted_by)
                        values (:event, :registration, :since, :by) on conflict (event, registration) do nothing
                        """)
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .bind("since", since.toEpochMilli())
                .bind("by", by)
                .execute();
    }

    static void leaveAlone(Handle handle, EventId event, RegistrationId registration) {
        handle.createUpdate("delete from accompanied_guests where event = :event and registration = :registration")
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .execute();
    }
}
