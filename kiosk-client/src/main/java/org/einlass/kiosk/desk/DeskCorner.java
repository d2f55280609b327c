package org.einlass.kiosk.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the desk itself is, for the team.
 *
 * @param online whether the server answers
 * @param waiting journal entries that the server has not taken yet
 * @param people how many people can be found
 * @param rosterHeard when the server last said what has changed; null where it never did
 * @param printerWell false where the last print failed
 */
public record DeskCorner(
        boolean online, long waiting, int people, @Nullable Instant rosterHeard, boolean printerWell) {

    /** Before anything is known. */
    public static final DeskCorner UNKNOWN = new DeskCorner(true, 0, 0, null, true);
}
