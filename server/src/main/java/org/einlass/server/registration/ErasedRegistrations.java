package org.einlass.server.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** Whose registrations were erased. Their ids are kept, so that nothing that comes in later names them again. */
public final class ErasedRegistrations {
    private ErasedRegistrations() {}

    static void add(Handle handle, EventId event, String registration, Instant now) {
        handle.createUpdate("""
                insert into erased_registrations (event, registration, erased_at) values (:event, :id, :now)
                on conflict (event, registration) do nothing
                """)
                .bind("event", event.text())
                .bind("id", registration)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Those of some registrations that were erased. */
    public static Set<String> among(Handle handle, EventId event, Collection<String> registrations) {
        if (registrations.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select e.registration from ids cross join erased_registrations e
                where e.event = ? and e.registration = ids.id
                """, row -> row.getString(1), registrations, event.text()));
    }
}
