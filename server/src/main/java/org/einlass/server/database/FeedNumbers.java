package org.einlass.server.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the changes of a transaction, as its last statements: whoever holds an event's counter commits
 * before the next one gets a number, so the order of numbers is the order of commits.
 */
final class FeedNumbers {
    private static final String TAKE = """
            update feed_counters set number = number + :count where event = :event returning number
            """;
    private static final String PUT = """
            insert into feed (event, kind, key, number, version) values (?, ?, ?, ?, ?)
            on conflict (event, kind, key) do update set number = excluded.number, version = excluded.version
            """;

    void write(Handle handle, List<FeedChange> changes) {
        Map<EventId, Map<String, FeedChange>> byEvent = new TreeMap<>();
        for (FeedChange feedChange : changes) {
            byEvent.computeIfAbsent(feedChange.event(), event -> new LinkedHashMap<>())
                    .put(feedChange.kind() + "/" + feedChange.key(), feedChange);
        }
        byEvent.forEach((event, latest) -> number(handle, event, latest.values()));
    }

    private static void number(Handle handle, EventId event, Collection<FeedChange> changes) {
        long last = handle.createQuery(TAKE)
                .bind("count", changes.size())
                .bind("event", event.text())
                .mapTo(Long.class)
                .one();
        long number = last - changes.size();
        List<@Nullable Object[]> rows = new ArrayList<>(changes.size());
        for (FeedChange feedChange : changes) {
            number++;
            rows.add(new Object[] {event.text(), feedChange.kind(), feedChange.key(), number, feedChange.version()});
        }
        DirectSql.each(handle, PUT, rows);
    }

    static void start(Handle handle, EventId event) {
        DirectSql.execute(handle, "insert into feed_counters (event) values (?)", event.text());
    }
}
