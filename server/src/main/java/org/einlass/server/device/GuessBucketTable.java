package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of wrong codes, in the table {@code guess_buckets}: all servers on one database share them. Two
 * servers that answer one device at the same moment may let a few more wrong codes pass.
 */
public final class GuessBucketTable {
    private GuessBucketTable() {}

    /** The buckets of some devices, each there. */
    public static Map<DeviceId, GuessBucket> of(Handle handle, EventId event, Collection<DeviceId> devices) {
        Map<DeviceId, GuessBucket> buckets = new HashMap<>();
        devices.forEach(device -> buckets.put(device, GuessBucket.FULL));
        DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select b.device, b.full_at, b.misses, b.deferred, b.deferred_at from ids cross join guess_buckets b
                where b.event = ? and b.device = ids.id
                """,
                row -> buckets.put(new DeviceId(row.getString(1)), bucket(row)),
                buckets.keySet().stream().map(DeviceId::text).toList(),
                event.text());
        return buckets;
    }

    private static GuessBucket bucket(ResultSet row) throws SQLException {
        long deferredAt = row.getLong(5);
        @Nullable Instant last = row.wasNull() ? null : Instant.ofEpochMilli(deferredAt);
        return new GuessBucket(Instant.ofEpochMilli(row.getLong(2)), row.getLong(3), row.getLong(4), last);
    }

    /** Keeps them as they are now, in the order of the devices, so that two servers never wait for each other. */
    public static void put(Handle handle, EventId event, Map<DeviceId, GuessBucket> buckets) {
        List<@Nullable Object[]> rows = buckets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(DeviceId::text)))
                .map(one -> row(event, one.getKey(), one.getValue()))
                .toList();
        DirectSql.each(handle, """
                insert into guess_buckets (event, device, full_at, misses, deferred, deferred_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (event, device) do update set full_at = excluded.full_at, misses = excluded.misses,
                    deferred = excluded.deferred, deferred_at = excluded.deferred_at
                """, rows);
    }

    private static @Nullable Object[] row(EventId event, DeviceId device, GuessBucket bucket) {
        Instant deferredAt = bucket.deferredAt();
        return new @Nullable Object[] {
            event.text(),
            device.text(),
            bucket.fullAt().toEpochMilli(),
            bucket.misses(),
            bucket.deferred(),
            deferredAt == null ? null : deferredAt.toEpochMilli()
        };
    }

    /** The devices of an event whose guests were sent to the counter since then. */
    public static Set<DeviceId> deferring(Handle handle, EventId event, Instant since) {
        return handle.createQuery("select device from guess_buckets where event = :event and deferred_at >= :since")
                .bind("event", event.text())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new DeviceId(row.getString(1)))
                .collectIntoSet();
    }

    /** How many such devices there are in all events that are not closed. */
    public static long countDeferring(Handle handle, Instant since) {
        return handle.createQuery("""
                        select count(*) from guess_buckets b join events e on e.id = b.event
                        where e.phase <> 'CLOSED' and b.deferred_at >= :since
                        """)
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }
}
