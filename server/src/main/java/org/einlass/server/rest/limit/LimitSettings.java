package org.einlass.server.rest.limit;

import java.time.Duration;

/**
 * The figures of the limits.
 *
 * @param body how long a whole body may take that waits in memory
 * @param file how long a whole list of registrations may take
 * @param perSecond how many requests a second one token may send for ever
 * @param burst how many of them at once
 * @param bodies how much may be held in memory
 */
record LimitSettings(Duration body, Duration file, int perSecond, int burst, OpenBodies.Limits bodies) {
    private static final String BODY = "einlass.body.seconds";
    private static final int USUAL_SECONDS = 30;
    private static final String RATE = "einlass.requests.per-second";
    private static final int USUAL_RATE = 200;
    private static final int SECONDS_OF_BURST = 5;
    private static final Duration FILE = Duration.ofMinutes(3);

    /** As the options of this Java machine say. */
    static LimitSettings ofThisServer() {
        int rate = option(RATE, USUAL_RATE);
        return new LimitSettings(
                Duration.ofSeconds(option(BODY, USUAL_SECONDS)),
                FILE,
                rate,
                rate * SECONDS_OF_BURST,
                OpenBodies.Limits.of(Runtime.getRuntime().maxMemory()));
    }

    private static int option(String name, int usual) {
        return Math.max(1, Integer.getInteger(name, usual));
    }
}
