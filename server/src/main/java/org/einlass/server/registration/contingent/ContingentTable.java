package org.einlass.server.registration.contingent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.registration.imports.text.TextKey;
import org.jdbi.v3.core.Handle;

/** The contingents of events, and who holds places of them. */
final class ContingentTable {
    private ContingentTable() {}

    /** In the order of organisations. */
    static List<Contingent> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, organisation, category, role, places from contingents
                        where event = :event order by organisation_key, category, role
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Contingent(
                        row.getString("id"),
                        row.getString("organisation"),
                        new CategoryId(row.getString("category")),
                        row.getString("role"),
                        row.getInt("places")))
                .list();
    }

    static Optional<Contingent> find(Handle handle, EventId event, String id) {
        return all(handle, event).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** In place of one of the same organisation, category and role. */
    static void put(Handle handle, EventId event, Contingent contingent, Instant now) {
        handle.createUpdate("""
                        insert into contingents (event, id, organisation, organisation_key, category, role, places, saved_at)
                        values (:event, :id, :organisation, :key, :category, :role, :places, :now)
                        on conflict (event, organisation_key, category, role) do update set
                            organisation = excluded.organisation, places = excluded.places, saved_at = excluded.saved_at
                        """)
                .bind("event", event.text())
                .bind("id", contingent.id())
                .bind("organisation", contingent.organisation())
                .bind("key", TextKey.of(contingent.organisation()))
                .bind("category", contingent.category().text())
                .bind("role", contingent.role())
                .bind("places", contingent.places())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void remove(Handle handle, EventId event, String id) {
        handle.createUpdate("delete from contingents where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id)
                .execute();
    }

    /**
     * Registrations alike as far as contingents go.
     *
     * @param badgeName only of those without a name
     */
    record Held(String organisation, CategoryId category, boolean unnamed, String badgeName, int people) {}

    /** Whoever takes a place. */
    static List<Held> held(Handle handle, EventId event) {
        return handle.createQuery("""
                        select organisation, category, case when family_name = '' then 1 else 0 end as unnamed,
                            badge_name, count(*) as people
                        from registrations
                        where event = :event and merged_into is null and status in ('CONFIRMED', 'WAITLISTED', 'BLOCKED')
                        group by organisation, category, case when family_name = '' then 1 else 0 end, badge_name
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Held(
                        row.getString("organisation"),
                        new CategoryId(row.getString("category")),
                        row.getInt("unnamed") == 1,
                        row.getString("badge_name"),
                        row.getInt("people")))
                .list();
    }
}
