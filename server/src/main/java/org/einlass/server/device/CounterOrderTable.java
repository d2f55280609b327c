package org.einlass.server.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** What organisers want of desks' counters, in the table {@code counter_orders}. */
public final class CounterOrderTable {
    /** What a desk has not heard by then is not wanted any more. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private CounterOrderTable() {}

    /** Takes the place of what was wanted before. */
    public static void put(Handle handle, EventId event, DeviceId desk, CounterOrder order, Instant now) {
        DirectSql.execute(
                handle,
                """
                insert into counter_orders (event, device, id, wanted, ordered_at) values (?, ?, ?, ?, ?)
                on conflict (event, device) do update set id = excluded.id, wanted = excluded.wanted,
                    ordered_at = excluded.ordered_at
                """,
                event.text(),
                desk.text(),
                order.id().toString(),
                order.open() ? "OPEN" : "CLOSED",
                now.toEpochMilli());
    }

    /** The desk has obeyed. */
    public static void end(Handle handle, EventId event, DeviceId desk) {
        DirectSql.execute(
                handle, "delete from counter_orders where event = ? and device = ?", event.text(), desk.text());
    }

    /** What is wanted of a desk's counter and is not so yet. */
    public static Optional<CounterOrder> find(Handle handle, EventId event, DeviceId desk, Instant now) {
        return DirectSql.first(
                handle,
                "select id, wanted from counter_orders where event = ? and device = ? and ordered_at > ?",
                row -> new CounterOrder(
                        UUID.fromString(row.getString(1)), row.getString(2).equals("OPEN")),
                event.text(),
                desk.text(),
                now.minus(LONGEST).toEpochMilli());
    }
}
