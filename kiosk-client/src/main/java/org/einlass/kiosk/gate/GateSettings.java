package org.einlass.kiosk.gate;

import java.time.Duration;

/**
 * The gate's patience.
 *
 * @param deadline from the reading to the moment at which the local decision is shown
 * @param missesAllowed misses in a row after which the server is not waited for
 * @param probePause between two tries to reach a server that was given up; real pauses vary by half
 * @param sheetPause between two looks at the door sheet while all is well
 * @param absence how long a code must be out of the picture before it counts anew
 * @param screenLimit the longest a guest's screen holds its code back
 * @param askPause between two questions about the same scan while the device cannot decide alone; real pauses
 *     vary by half
 * @param counterAfter how long such a guest waits before the counter is named
 */
public record GateSettings(
        Duration deadline,
        int missesAllowed,
        Duration probePause,
        Duration sheetPause,
        Duration absence,
        Duration screenLimit,
        Duration askPause,
        Duration counterAfter) {

    public static final GateSettings USUAL = new GateSettings(
            Duration.ofMillis(700),
            ServerAvailability.USUAL_MISSES,
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(8));

    /** The same with another deadline. */
    public GateSettings withDeadline(Duration other) {
        return new GateSettings(
                other, missesAllowed, probePause, sheetPause, absence, screenLimit, askPause, counterAfter);
    }
}
