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

    /** Counted up when rosters are written otherwise than before: 2 since guessable codes are keyed. */
    private static final int FORM = 2;

    /**
     * The incarnation that these readers know the event's feed by. It is another one with each form of rosters, so
     * that an update of the server makes all devices fetch theirs anew, and for desks with each data key.
     */
    public UUID incarnation(UUID event, @Nullable DataKey key) {
        String readers = this == DOORS || key == null ? "" : " desks " + key.number();
        return UUID.nameUUIDFromBytes((event + " form " + FORM + readers).getBytes(UTF_8));
    }

    RosterCursor cursor(RosterCursor event, @Nullable DataKey key) {
        return new RosterCursor(incarnation(event.incarnation(), key), event.number());
    }
}
