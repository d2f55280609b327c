package org.einlass.server.presence.hand;

import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody pressed on the page of a room.
 *
 * @param id the phone made it; the same tap sent again changes nothing
 * @param kind what was pressed
 * @param people how many were counted, 0 or more; for {@link Kind#COUNTED} only
 * @param age seconds since it was pressed, by the phone's own clock; 0 where nothing is said
 */
public record RoomTap(
        @Nullable EntryId id,
        @Nullable Kind kind,
        @Nullable Integer people,
        @Nullable Long age) {

    /** What was pressed. */
    public enum Kind {
        /** One more is inside. */
        MORE,
        /** One fewer is inside. */
        FEWER,
        /** All were counted. */
        COUNTED
    }
}
