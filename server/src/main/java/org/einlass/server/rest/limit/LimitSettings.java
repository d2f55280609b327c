package org.einlass.server.rest.limit;

import java.time.Duration;

/**
 * The figures of the limits.
 *
 * @param body how long a whole body may take that waits in memory
 * @param file how long a whole list of registrations may take
 * @param perSecond how many requests a second one token may send for ever
 * @param burst how many of them at once
 * @param unknownPerSecond how many tokens a second that nobody was given one address may show for ever; twenty times
 *     as many at once
 * @param strangersPerSecond how many requests a second without any token one address may send for ever; twenty
 *     times as many at once
 * @param bodies how much may be held in memory
 * @param rosterParts how many parts of rosters may be on their way to all devices together
 */
record LimitSettings(
        Duration body,
        Duration file,
        int perSecond,
        int burst,
        int unknownPerSecond,
        int strangersPerSecond,
        OpenBodies.Limits bodies,
        int rosterParts) {
    private static final String BODY = "einlass.body.seconds";
    private static final int USUAL_SECONDS = 30;
    private static final String RATE = "einlass.requests.per-second";
    private static final int USUAL_RATE = 200;
    private static final int SECONDS_OF_BURST = 5;
    private static final String UNKNOWN = "einlass.unknown-tokens.per-second";
    private static final String STRANGERS = "einlass.strangers.per-second";
    private static final int USUAL_STRANGERS = 50;

    /** What a part of a roster takes while it is on its way; all of them an eighth of the memory at most. */
    private static final int ROSTER_PART = 4_000_000;

    private static final Duration FILE = Duration.ofMinutes(3);

    /** As the options of this Java machine say. */
    static LimitSettings ofThisServer() {
        int rate = option(RATE, USUAL_RATE);
        return new LimitSettings(
                Duration.ofSeconds(option(BODY, USUAL_SECONDS)),
                FILE,
                rate,
                rate * SECONDS_OF_BURST,
                option(UNKNOWN, 1),
                option(STRANGERS, USUAL_STRANGERS),
                OpenBodies.Limits.of(Runtime.getRuntime().maxMemory()),
                (int) Math.max(4, Runtime.getRuntime().maxMemory() / 8 / ROSTER_PART));
    }

    /** How many pages a second a stranger may open: a fiftieth of all requests, and 120 times as many at once. */
    int strangersPages() {
        return Math.max(1, strangersPerSecond / 50);
    }

    private static int option(String name, int usual) {
        return Math.max(1, Integer.getInteger(name, usual));
    }
}
