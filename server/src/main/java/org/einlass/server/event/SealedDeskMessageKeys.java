package org.einlass.server.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;

/** The keys that open what desks write to the server, sealed under the server's own key, by event. */
public final class SealedDeskMessageKeys {
    private final ServerKey serverKey;
    private final SecureRandom chance = new SecureRandom();

    public SealedDeskMessageKeys(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** Where desks of the event post their letters; empty as long as no desk has asked. */
    public Optional<EventPublicKey> box(Handle handle, EventId event) {
        return keys(handle, event).stream().findFirst().map(EventPrivateKey::box);
    }

    /** The event's letter box, made now where there is none. */
    public EventPublicKey ensure(Handle handle, EventId event, Instant now) {
        return box(handle, event).orElseGet(() -> create(handle, event, now).box());
    }

    private EventPrivateKey create(Handle handle, EventId event, Instant now) {
        EventPrivateKey key = EventPrivateKey.next(chance);
        handle.createUpdate("""
                insert into letter_keys (event, number, sealed, created_at) values (:event, 1, :sealed, :now)
                """)
                .bind("event", event.text())
                .bind("sealed", serverKey.seal(HexFormat.of().formatHex(key.secret()), place(event, 1)))
                .bind("now", now.toEpochMilli())
                .execute();
        return key;
    }

    /** The text of a letter; empty where it was not written to this event with this entry. */
    public Optional<byte[]> open(Handle handle, EventId event, EntryId entry, SealedDeskMessage letter) {
        return keys(handle, event).stream()
                .flatMap(key -> key.open(letter, event, entry).stream())
                .findFirst();
    }

    private List<EventPrivateKey> keys(Handle handle, EventId event) {
        return handle.createQuery("select number, sealed from letter_keys where event = :event order by number desc")
                .bind("event", event.text())
                .map((row, context) -> key(event, row.getInt(1), row.getString(2)))
                .list();
    }

    private EventPrivateKey key(EventId event, int number, String sealed) {
        return new EventPrivateKey(HexFormat.of().parseHex(serverKey.open(sealed, place(event, number))));
    }

    private static String place(EventId event, int number) {
        return event + " letters " + number;
    }
}
