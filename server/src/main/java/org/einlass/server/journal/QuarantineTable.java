package org.einlass.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.journal.QuarantinedEntry.Decision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What could not be understood, or is at odds with an earlier entry of its id: kept whole, with the reason.
 */
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

    /** Names an entry's place in the order of pages. */
    static String cursor(QuarantinedEntry entry) {
        return entry.device().text() + " " + entry.content();
    }

    /** Some entries in the order of devices, without or with a person's decision. */
    List<QuarantinedEntry> page(Handle handle, EventId event, boolean decided, String after, int most) {
        return handle.createQuery("""
                select device, content, entry, epoch, sequence, reason, body, received_at, decision, decided_at,
                    decided_by, decided_because
                from quarantine
                where event = :event and (decision is not null) = :decided and device || ' ' || content > :after
                order by device || ' ' || content limit :most
                """)
                .bind("event", event.text())
                .bind("decided", decided)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    Optional<QuarantinedEntry> find(Handle handle, EventId event, DeviceId device, String content) {
        return handle.createQuery("""
                select device, content, entry, epoch, sequence, reason, body, received_at, decision, decided_at,
                    decided_by, decided_because
                from quarantine where event = :event and device = :device and content = :content
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("content", content)
                .map((row, context) -> entry(row))
                .findOne();
    }

    private static QuarantinedEntry entry(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        Long number = row.wasNull() ? null : sequence;
        return new QuarantinedEntry(
                new DeviceId(row.getString("device")),
                row.getString("content"),
                row.getString("entry"),
                row.getString("epoch"),
                number,
                row.getString("reason"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String fate = row.getString("decision");
        return fate == null
                ? null
                : new Decision(
                        QuarantinedEntry.Fate.valueOf(fate),
                        Instant.ofEpochMilli(row.getLong("decided_at")),
                        row.getString("decided_by"),
                        row.getString("decided_because"));
    }

    void decide(Handle handle, EventId event, QuarantinedEntry entry, Decision decision) {
        handle.createUpdate("""
                update quarantine set decision = :decision, decided_at = :at, decided_by = :by, decided_because = :because
                where event = :event and device = :device and content = :content
                """)
                .bind("decision", decision.fate().name())
                .bind("at", decision.at().toEpochMilli())
                .bind("by", decision.by())
                .bind("because", decision.reason())
                .bind("event", event.text())
                .bind("device", entry.device().text())
                .bind("content", entry.content())
                .execute();
    }
}
