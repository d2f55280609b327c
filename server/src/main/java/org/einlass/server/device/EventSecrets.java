package org.einlass.server.device;

import java.util.HexFormat;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.GuessableLookup;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;

/** The secret of each event, by which devices know the codes that can be guessed. */
public final class EventSecrets {
    private EventSecrets() {}

    /** It follows from the server's key, so that nodes and backups need nothing more. */
    public static EventSecret secret(ServerKey serverKey, EventId event) {
        byte[] secret = serverKey.derive("einlass1 guessable codes " + event.text());
        return new EventSecret(HexFormat.of().formatHex(secret));
    }

    /** What devices of an event are told, in memory only. */
    public static GuessableLookup lookup(Handle handle, ServerKey serverKey, EventId event) {
        return new GuessableLookup(secret(serverKey, event), anyLong(handle, event));
    }

    /** Whether lists of the event brought long codes that are counted up, and so can be guessed. */
    public static boolean anyLong(Handle handle, EventId event) {
        return DirectSql.first(
                        handle, "select 1 from codes where event = ? and counted_up limit 1", row -> 1, event.text())
                .isPresent();
    }
}
