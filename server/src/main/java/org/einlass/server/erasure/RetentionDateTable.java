package org.einlass.server.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.server.event.EventDocument;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The days on which the people of events are erased. */
final class RetentionDateTable {
    private static final Duration NOTICE = Duration.ofHours(24);

    private RetentionDateTable() {}

    /** A day that was set; {@code dueSeenAt} says when this server first saw it gone by. */
    record Row(EventId event, LocalDate eraseOn, @Nullable Instant dueSeenAt) {

        /** Whether the day lies behind the event's last one, as it must; an event may have been moved since. */
        boolean isBehind(EventDocument document) {
            return eraseOn.isAfter(document.end());
        }

        /** Whether the day has come. It never comes for an event that is not over. */
        boolean hasCome(EventDocument document, Instant now) {
            return isBehind(document)
                    && !LocalDate.ofInstant(now, document.zone()).isBefore(eraseOn);
        }

        /** Whether the day has come, and was waited out once more since. */
        boolean isDue(EventDocument document, Instant now) {
            return hasCome(document, now) && dueSeenAt != null && !now.isBefore(dueSeenAt.plus(NOTICE));
        }
    }

    static Optional<Row> row(Handle handle, EventId event) {
        return all(handle).stream().filter(row -> row.event().equals(event)).findFirst();
    }

    static Optional<LocalDate> find(Handle handle, EventId event) {
        return handle.createQuery("select erase_on from retention_dates where event = :event")
                .bind("event", event.text())
                .map((row, context) -> LocalDate.parse(row.getString(1)))
                .findOne();
    }

    static void put(Handle handle, EventId event, LocalDate day) {
        handle.createUpdate("""
                        insert into retention_dates (event, erase_on) values (:event, :day)
                        on conflict (event) do update set erase_on = excluded.erase_on, due_seen_at = null
                        """)
                .bind("event", event.text())
                .bind("day", day.toString())
                .execute();
    }

    static void remove(Handle handle, EventId event) {
        handle.createUpdate("delete from retention_dates where event = :event")
                .bind("event", event.text())
                .execute();
    }

    static void seeDue(Handle handle, EventId event, @Nullable Instant at) {
        handle.createUpdate("update retention_dates set due_seen_at = :at where event = :event")
                .bind("event", event.text())
                .bind("at", at == null ? null : at.toEpochMilli())
                .execute();
    }

    static List<Row> all(Handle handle) {
        return handle.createQuery("select event, erase_on, due_seen_at from retention_dates order by event")
                .map((row, context) -> new Row(
                        new EventId(row.getString(1)),
                        LocalDate.parse(row.getString(2)),
                        Optional.ofNullable(row.getObject(3))
                                .map(at -> Instant.ofEpochMilli(((Number) at).longValue()))
                                .orElse(null)))
                .list();
    }
}
