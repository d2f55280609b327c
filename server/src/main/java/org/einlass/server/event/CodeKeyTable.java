package org.einlass.server.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;

/** The secrets that codes are made with, sealed under the server's key, by event and generation. */
public final class CodeKeyTable {
    private static final char FIRST_GENERATION = '1';

    private final ServerKey serverKey;
    private final SecureRandom chance = new SecureRandom();

    public CodeKeyTable(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** Makes the first key of an event. */
    public CodeKey create(Handle handle, EventId event, Instant now) {
        byte[] secret = new byte[CodeKey.BYTES];
        chance.nextBytes(secret);
        String generation = String.valueOf(FIRST_GENERATION);
        handle.createUpdate("""
                insert into code_keys (event, generation, sealed, created_at)
                values (:event, :generation, :sealed, :now)
                """)
                .bind("event", event.text())
                .bind("generation", generation)
                .bind("sealed", serverKey.seal(HexFormat.of().formatHex(secret), place(event.text(), generation)))
                .bind("now", now.toEpochMilli())
                .execute();
        return new CodeKey(event, FIRST_GENERATION, secret);
    }

    /** The newest key of an event, by which codes are issued. */
    public Optional<CodeKey> newest(Handle handle, EventId event) {
        return handle.createQuery("""
                select event, generation, sealed from code_keys where event = :event
                order by created_at desc, generation desc limit 1
                """)
                .bind("event", event.text())
                .map((row, context) -> key(row.getString(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    /** The newest key of an event as a staffed desk is given it: a secret. */
    public Optional<TagKey> forDesk(Handle handle, EventId event) {
        return handle.createQuery("""
                select generation, sealed from code_keys where event = :event
                order by created_at desc, generation desc limit 1
                """)
                .bind("event", event.text())
                .map((row, context) -> new TagKey(
                        row.getString(1), serverKey.open(row.getString(2), place(event.text(), row.getString(1)))))
                .findOne();
    }

    /** The event whose key made this code; empty for a forgery. */
    public Optional<EventId> maker(Handle handle, Code code) {
        return keys(handle, code.generation()).stream()
                .filter(key -> key.key().isGenuine(code))
                .map(EventKey::event)
                .findFirst();
    }

    private record EventKey(EventId event, CodeKey key) {}

    private List<EventKey> keys(Handle handle, char generation) {
        return handle.createQuery("select event, generation, sealed from code_keys where generation = :generation")
                .bind("generation", String.valueOf(generation))
                .map((row, context) -> new EventKey(
                        new EventId(row.getString(1)), key(row.getString(1), row.getString(2), row.getString(3))))
                .list();
    }

    private CodeKey key(String event, String generation, String sealed) {
        byte[] secret = HexFormat.of().parseHex(serverKey.open(sealed, place(event, generation)));
        return new CodeKey(new EventId(event), generation.charAt(0), secret);
    }

    private static String place(String event, String generation) {
        return event + " key " + generation;
    }

    /** Some event that has keys; empty in a database without events. */
    static Optional<EventId> anyEvent(Handle handle) {
        return handle.createQuery("select event from code_keys limit 1")
                .map((row, context) -> new EventId(row.getString(1)))
                .findFirst();
    }
}
