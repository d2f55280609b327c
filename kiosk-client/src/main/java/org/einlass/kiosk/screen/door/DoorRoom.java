package org.einlass.kiosk.screen.door;

import org.jspecify.annotations.Nullable;

/**
 * The people in the area behind a door.
 *
 * @param people zero or more; null where nobody has told this device yet
 * @param permitted how many may be in it; null where there is no limit
 * @param alone whether the number was reckoned on by this device without the server
 */
public record DoorRoom(@Nullable Integer people, @Nullable Integer permitted, boolean alone) {
    private static final double NEARLY = 0.9;

    /** How full the room is; each level has a colour, a shape and a word. */
    public enum Level {
        UNKNOWN,
        CALM,
        /** Nine tenths of the limit and more. */
        NEARLY_FULL,
        FULL
    }

    /** How full it is. */
    public Level level() {
        if (people == null || permitted == null) {
            return Level.UNKNOWN;
        }
        if (people >= permitted) {
            return Level.FULL;
        }
        return people >= NEARLY * permitted ? Level.NEARLY_FULL : Level.CALM;
    }
}
