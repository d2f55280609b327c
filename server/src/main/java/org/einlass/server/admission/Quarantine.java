package org.einlass.server.admission;

import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What could not be understood, or is at odds with an earlier entry of its id: kept whole, with the reason. */
final class Quarantine {

    void add(
            Handle handle,
            EventId event,
            DeviceId device,
            String content,
            @Nullable String entry,
            String reason,
            String body,
            Instant now) {
        handle.createUpdate("""
                insert into quarantine (event, device, content, entry, reason, body, received_at)
                values (:event, :device, :content, :entry, :reason, :body, :now)
                on conflict (event, device, content) do nothing
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("content", content)
                .bind("entry", entry)
                .bind("reason", reason)
                .bind("body", body)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
