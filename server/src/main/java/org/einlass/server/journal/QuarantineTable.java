package org.einlass.server.journal;

import java.time.Instant;
import java.util.Collection;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What could not be understood, or is at odds with an earlier entry of its id: kept whole, with the reason. */
public final class QuarantineTable {

    /**
     * Something to be kept.
     *
     * @param device who sent it
     * @param content what it says, hashed; the same twice is kept once
     * @param entry the id it bears, where one could be read
     * @param epoch the start of the device it belongs to, where known
     * @param sequence its number within the epoch, where one could be read
     */
    public record Item(
            DeviceId device,
            String content,
            @Nullable String entry,
            @Nullable String epoch,
            @Nullable Long sequence,
            String reason,
            String body) {}

    public void add(Handle handle, EventId event, Collection<Item> items, Instant now) {
        DirectSql.each(
                handle,
                """
                insert into quarantine (event, device, content, entry, epoch, sequence, reason, body, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (event, device, content) do nothing
                """,
                items.stream()
                        .map(item -> new @Nullable Object[] {
                            event.text(),
                            item.device().text(),
                            item.content(),
                            item.entry(),
                            item.epoch(),
                            item.sequence(),
                            item.reason(),
                            item.body(),
                            now.toEpochMilli()
                        })
                        .toList());
    }
}
