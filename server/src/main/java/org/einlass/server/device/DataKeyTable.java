package org.einlass.server.device;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;

/**
 * The data keys of events, sealed under the server's own. An event has one from its first desk on, and
 * another one as soon as a desk is revoked, wiped or enrolled anew; the one before is kept nowhere.
 */
public final class DataKeyTable {
    private final ServerKey serverKey;
    private final SecureRandom chance = new SecureRandom();

    public DataKeyTable(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** The key that holds; empty in an event without desks. */
    public Optional<DataKey> find(Handle handle, EventId event) {
        return handle.createQuery("select number, sealed from data_keys where event = :event")
                .bind("event", event.text())
                .map((row, context) -> open(event, row.getLong("number"), row.getString("sealed")))
                .findOne();
    }

    private DataKey open(EventId event, long number, String sealed) {
        return DataKey.parse(number, serverKey.open(sealed, place(event, number)))
                .orElseThrow(() -> new IllegalStateException("A data key in the database is none."));
    }

    /** The key that holds, made where there is none. */
    public DataKey ensure(Handle handle, EventId event, Instant now) {
        return find(handle, event).orElseGet(() -> put(handle, event, DataKey.next(1, chance), now));
    }

    /** Puts a new key in place of the one that a desk has had; nothing happens in an event without desks. */
    public void rotate(Handle handle, EventId event, Instant now) {
        find(handle, event).ifPresent(key -> put(handle, event, DataKey.next(key.number() + 1, chance), now));
    }

    private DataKey put(Handle handle, EventId event, DataKey key, Instant now) {
        handle.createUpdate("""
                insert into data_keys (event, number, sealed, created_at) values (:event, :number, :sealed, :now)
                on conflict (event) do update
                set number = excluded.number, sealed = excluded.sealed, created_at = excluded.created_at
                """)
                .bind("event", event.text())
                .bind("number", key.number())
                .bind("sealed", serverKey.seal(key.text(), place(event, key.number())))
                .bind("now", now.toEpochMilli())
                .execute();
        return key;
    }

    private static String place(EventId event, long number) {
        return event.text() + " data key " + number;
    }
}
