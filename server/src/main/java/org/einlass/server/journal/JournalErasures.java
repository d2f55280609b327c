package org.einlass.server.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/**
 * Erases what came from devices about people: sealed desk messages, and entries in quarantine that name them. Facts name
 * nobody, and stay for the figures as long as the event does.
 */
public final class JournalErasures {
    private JournalErasures() {}

    /**
     * Erases what names one person.
     *
     * @param registrations of the person
     * @param lookups look-up ids of the person's codes
     * @return rows by table
     */
    public static Map<String, Integer> person(
            Handle handle, EventId event, Collection<String> registrations, Collection<String> lookups, Instant now) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        int letters = 0;
        for (String registration : registrations) {
            letters += handle.createUpdate("delete from letters where event = :event and registration = :id")
                    .bind("event", event.text())
                    .bind("id", registration)
                    .execute();
        }
        int quarantined = 0;
        for (String id : Stream.concat(registrations.stream(), lookups.stream()).toList()) {
            quarantined += empty(handle, event, id, now);
        }
        rows.put("letters", letters);
        rows.put("quarantine", quarantined);
        return rows;
    }

    /** That it was there is kept, what it said is not. */
    private static int empty(Handle handle, EventId event, String id, Instant now) {
        return handle.createUpdate("""
                        update quarantine set body = '{}', decision = coalesce(decision, 'DISMISSED'),
                            decided_at = coalesce(decided_at, :now), decided_by = coalesce(decided_by, 'server'),
                            decided_because = 'erased'
                        where event = :event and body like :id
                        """)
                .bind("event", event.text())
                .bind("id", "%" + id + "%")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Erases everything that devices reported to an event. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of("letters", "letter_keys", "quarantine", "facts", "epochs", "boots")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
