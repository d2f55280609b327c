package org.einlass.server.presence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Erases what follows from reports about people: what desks wrote into fields, and where people were. */
public final class PresenceErasures {
    private PresenceErasures() {}

    /** Erases what desks wrote about one person. @return rows by table */
    public static Map<String, Integer> person(Handle handle, EventId event, Collection<String> registrations) {
        int fields = 0;
        for (String registration : registrations) {
            fields += handle.createUpdate("delete from desk_fields where event = :event and registration = :id")
                    .bind("event", event.text())
                    .bind("id", registration)
                    .execute();
        }
        return Map.of("desk_fields", fields);
    }

    /** Erases everything that follows from the reports of an event. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of("desk_fields", "presences", "head_counts", "standings", "conflicts")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
