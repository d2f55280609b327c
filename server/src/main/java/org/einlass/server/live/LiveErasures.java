package org.einlass.server.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Erases what the day itself keeps of people: under which number they are reached, and who is accompanied. */
public final class LiveErasures {
    private LiveErasures() {}

    /** Erases some registrations; answers how many rows went, by table. */
    public static Map<String, Integer> person(Handle handle, EventId event, Collection<String> registrations) {
        Map<String, Integer> rows = new HashMap<>();
        for (String registration : registrations) {
            rows.merge(
                    "registration_phones",
                    handle.createUpdate("delete from registration_phones where event = :event and registration = :id")
                            .bind("event", event.text())
                            .bind("id", registration)
                            .execute(),
                    Integer::sum);
            rows.merge(
                    "accompanied_guests",
                    handle.createUpdate("delete from accompanied_guests where event = :event and registration = :id")
                            .bind("event", event.text())
                            .bind("id", registration)
                            .execute(),
                    Integer::sum);
        }
        return rows;
    }

    /** Erases all of an event; answers how many rows went, by table. */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        return Map.of(
                "registration_phones",
                handle.createUpdate("delete from registration_phones where event = :event")
                        .bind("event", event.text())
                        .execute(),
                "accompanied_guests",
                handle.createUpdate("delete from accompanied_guests where event = :event")
                        .bind("event", event.text())
                        .execute());
    }
}
