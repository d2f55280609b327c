package org.einlass.server.database;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Numbers the changes of a transaction, as its last statements: whoever holds an event's counter commits before the
 * next one gets a number, so the order of numbers is the order of commits.
 */
final class FeedNumbers {
    private static final String TAKE = """
            update feed_counters set number = number + :count where event = :event returning number
            """;
    private static final String PUT = """
            insert into feed (event, kind, key, number, version) values (:event, :kind, :key, :number, :version)
            on conflict (event, kind, key) do update set number = excluded.number, version = excluded.version
            """;

    void write(Handle handle, List<Change> changes) {
        Map<EventId, Map<String, Change>> byEvent = new TreeMap<>();
        for (Change change : changes) {
            byEvent.computeIfAbsent(change.event(), event -> new LinkedHashMap<>())
                    .put(change.kind() + "/" + change.key(), change);
        }
        byEvent.forEach((event, latest) -> number(handle, event, latest.values()));
    }

    private static void number(Handle handle, EventId event, Collection<Change> changes) {
        long last = handle.createQuery(TAKE)
                .bind("count", changes.size())
                .bind("event", event.text())
                .mapTo(Long.class)
                .one();
        long number = last - changes.size();
        try (PreparedBatch batch = handle.prepareBatch(PUT)) {
            for (Change change : changes) {
                number++;
                batch.bind("event", event.text())
                        .bind("kind", change.kind())
                        .bind("key", change.key())
                        .bind("number", number)
                        .bind("version", change.version())
                        .add();
            }
            batch.execute();
        }
    }
}
