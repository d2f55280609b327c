package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What could not be understood, or is at odds with an earlier entry of its id: kept whole, with the reason. */
public final class QuarantineTable {

    /**
     * Something to be kept.
     *
     * @param content what it says, hashed; the same twice is kept once
     * @param entry the id it bears, where one could be read
     * @param epoch the start of the device it belongs to, where known
     * @param sequence its number within the epoch, where one could be read
     */
    public record Item(
            String content,
            @Nullable String entry,
            @Nullable String epoch,
            @Nullable Long sequence,
            String reason,
            String body) {}

    public void add(Handle handle, EventId event, DeviceId device, Item item, Instant now) {
        handle.createUpdate("""
                insert into quarantine (event, device, content, entry, epoch, sequence, reason, body, received_at)
                values (:event, :device, :content, :entry, :epoch, :sequence, :reason, :body, :now)
                on conflict (event, device, content) do nothing
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("content", item.content())
                .bind("entry", item.entry())
                .bind("epoch", item.epoch())
                .bind("sequence", item.sequence())
                .bind("reason", item.reason())
                .bind("body", item.body())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
