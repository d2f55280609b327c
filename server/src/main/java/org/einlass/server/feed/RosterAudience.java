package org.einlass.server.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.wire.RosterCursor;
import org.jspecify.annotations.Nullable;

/** For whom a roster is written: only desks get what the data key opens. */
public enum RosterAudience {
    /** Kiosks and doors. */
    DOORS,
    /** Staffed desks. */
    DESKS;

    /**
     * The incarnation that these readers know the event's feed by. For desks it is another one with each data
     * key, so that a new key makes desks, and nobody else, fetch their roster anew.
     */
    UUID incarnation(UUID event, @Nullable DataKey key) {
        return this == DOORS || key == null
                ? event
                : UUID.nameUUIDFromBytes((event + " desks " + key.number()).getBytes(UTF_8));
    }

    RosterCursor cursor(RosterCursor event, @Nullable DataKey key) {
        return new RosterCursor(incarnation(event.incarnation(), key), event.number());
    }
}
