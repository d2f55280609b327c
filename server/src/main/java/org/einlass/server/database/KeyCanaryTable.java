package org.einlass.server.database;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one row that is sealed under the server's key, so that a start with another key is noticed. */
public final class KeyCanaryTable {
    private KeyCanaryTable() {}

    /** The sealed text; empty in a database that no server with such a row has opened yet. */
    public static Optional<String> sealed(Handle handle) {
        return handle.createQuery("select sealed from server_key_canary")
                .mapTo(String.class)
                .findOne();
    }

    /** Keeps the sealed text, unless there is one. */
    public static int putIfAbsent(Handle handle, String sealed, Instant now) {
        return handle.createUpdate("""
                        insert into server_key_canary (id, sealed, made_at) values (1, :sealed, :now)
                        on conflict (id) do nothing
                        """)
                .bind("sealed", sealed)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
