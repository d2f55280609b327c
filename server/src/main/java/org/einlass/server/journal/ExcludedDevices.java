package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The devices whose facts do not count from a moment on. */
public final class ExcludedDevices {

    public void put(Handle handle, EventId event, DeviceId device, Instant from, String operator, Instant now) {
        handle.createUpdate("""
                insert into set_asides (event, device, from_at, operator, made_at)
                values (:event, :device, :from, :operator, :now)
                on conflict (event, device) do update set from_at = excluded.from_at,
                    operator = excluded.operator, made_at = excluded.made_at
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("from", from.toEpochMilli())
                .bind("operator", operator)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
