package org.einlass.server.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The figures of events as they were frozen. */
final class ClosingTable {
    private ClosingTable() {}

    /** What is kept. */
    record Row(Instant at, long registered, long arrived, List<String> behind) {}

    static Optional<Row> find(Handle handle, EventId event) {
        return handle.createQuery(
                        "select frozen_at, registered, arrived, behind from closings" + " where event = :event")
                .bind("event", event.text())
                .map((row, context) -> new Row(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4).lines().toList()))
                .findOne();
    }

    /** Keeps the figures; frozen again they are those of the later moment. */
    static void put(Handle handle, EventId event, Row row, String by) {
        handle.createUpdate("""
                        insert into closings (event, frozen_at, frozen_by, registered, arrived, behind)
                        values (:event, :at, :by, :registered, :arrived, :behind)
                        on conflict (event) do update set frozen_at = excluded.frozen_at,
                            frozen_by = excluded.frozen_by, registered = excluded.registered,
                            arrived = excluded.arrived, behind = excluded.behind
                        """)
                .bind("event", event.text())
                .bind("at", row.at().toEpochMilli())
                .bind("by", by)
                .bind("registered", row.registered())
                .bind("arrived", row.arrived())
                .bind("behind", String.join("\n", row.behind()))
                .execute();
    }

    /** What each device delivered after a moment of what had happened before it. */
    static List<ClosingState.Late> late(Handle handle, EventId event, Instant frozen) {
        return handle.createQuery("""
                        select coalesce(d.title, f.device) as title, count(*) from facts f
                            left join devices d on d.event = f.event and d.id = f.device
                        where f.event = :event and f.received_at > :frozen and f.at <= :frozen
                        group by coalesce(d.title, f.device) order by title
                        """)
                .bind("event", event.text())
                .bind("frozen", frozen.toEpochMilli())
                .map((row, context) -> new ClosingState.Late(row.getString(1), row.getLong(2)))
                .list();
    }
}
