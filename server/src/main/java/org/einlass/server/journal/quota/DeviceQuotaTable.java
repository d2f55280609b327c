package org.einlass.server.journal.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices have reported and how much they may, in the table {@code device_quotas}. */
public final class DeviceQuotaTable {
    private DeviceQuotaTable() {}

    /** What a device reported in one transaction. */
    public record Taken(long entries, long bytes) {
        public Taken and(Taken more) {
            return new Taken(entries + more.entries, bytes + more.bytes);
        }
    }

    /** Counts what devices have reported. */
    public static void add(Handle handle, EventId event, Map<DeviceId, Taken> taken) {
        List<@Nullable Object[]> rows = taken.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(DeviceId::text)))
                .map(one -> new @Nullable Object[] {
                    event.text(),
                    one.getKey().text(),
                    one.getValue().entries(),
                    one.getValue().bytes()
                })
                .toList();
        DirectSql.each(handle, """
                insert into device_quotas (event, device, entries, bytes) values (?, ?, ?, ?)
                on conflict (event, device) do update set entries = device_quotas.entries + excluded.entries,
                    bytes = device_quotas.bytes + excluded.bytes
                """, rows);
    }

    /** Empty where the device has reported nothing and nobody has said anything. */
    static Optional<DeviceQuota> find(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                        select device, entries, bytes, most_entries, most_bytes, blocked_at from device_quotas
                        where event = :event and device = :device
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .map((row, context) -> quota(row))
                .findOne();
    }

    /** All of an event, by device. */
    static List<DeviceQuota> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select device, entries, bytes, most_entries, most_bytes, blocked_at from device_quotas
                        where event = :event order by device
                        """)
                .bind("event", event.text())
                .map((row, context) -> quota(row))
                .list();
    }

    private static DeviceQuota quota(ResultSet row) throws SQLException {
        long entries = row.getLong("most_entries");
        long mostEntries = row.wasNull() ? DeviceQuota.USUAL_ENTRIES : entries;
        long bytes = row.getLong("most_bytes");
        long mostBytes = row.wasNull() ? DeviceQuota.USUAL_BYTES : bytes;
        long blocked = row.getLong("blocked_at");
        Instant blockedAt = row.wasNull() ? null : Instant.ofEpochMilli(blocked);
        return new DeviceQuota(
                new DeviceId(row.getString("device")),
                row.getLong("entries"),
                row.getLong("bytes"),
                mostEntries,
                mostBytes,
                blockedAt,
                0,
                null);
    }

    /** Says how much the device may report. */
    static void limit(Handle handle, EventId event, DeviceId device, long entries, long bytes) {
        handle.createUpdate("""
                        insert into device_quotas (event, device, most_entries, most_bytes)
                        values (:event, :device, :entries, :bytes)
                        on conflict (event, device) do update
                        set most_entries = excluded.most_entries, most_bytes = excluded.most_bytes
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("entries", entries)
                .bind("bytes", bytes)
                .execute();
    }

    /** Counts anew from now on. */
    static void release(Handle handle, EventId event, DeviceId device) {
        handle.createUpdate("update device_quotas set entries = 0, bytes = 0 where event = :event and device = :device")
                .bind("event", event.text())
                .bind("device", device.text())
                .execute();
    }

    /** @param since null ends it */
    static void block(Handle handle, EventId event, DeviceId device, @Nullable Instant since) {
        handle.createUpdate("""
                        insert into device_quotas (event, device, blocked_at) values (:event, :device, :since)
                        on conflict (event, device) do update set blocked_at = excluded.blocked_at
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("since", since == null ? null : since.toEpochMilli())
                .execute();
    }
}
