package org.einlass.server.journal;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The devices whose facts do not count from a moment on. */
public final class ExcludedDevices {

    public void put(Handle handle, EventId event, DeviceExclusion exclusion) {
        handle.createUpdate("""
                insert into set_asides (event, device, from_at, operator, made_at)
                values (:event, :device, :from, :operator, :now)
                on conflict (event, device) do update set from_at = excluded.from_at,
                    operator = excluded.operator, made_at = excluded.made_at
                """)
                .bind("event", event.text())
                .bind("device", exclusion.device().text())
                .bind("from", exclusion.from().toEpochMilli())
                .bind("operator", exclusion.by())
                .bind("now", exclusion.madeAt().toEpochMilli())
                .execute();
    }

    public void delete(Handle handle, EventId event, DeviceId device) {
        handle.createUpdate("delete from set_asides where event = :event and device = :device")
                .bind("event", event.text())
                .bind("device", device.text())
                .execute();
    }

    /** All of an event, by device. */
    public List<DeviceExclusion> all(Handle handle, EventId event) {
        return handle.createQuery("""
                select device, from_at, operator, made_at from set_asides where event = :event order by device
                """)
                .bind("event", event.text())
                .map((row, context) -> new DeviceExclusion(
                        new DeviceId(row.getString("device")),
                        Instant.ofEpochMilli(row.getLong("from_at")),
                        row.getString("operator"),
                        Instant.ofEpochMilli(row.getLong("made_at"))))
                .list();
    }
}
