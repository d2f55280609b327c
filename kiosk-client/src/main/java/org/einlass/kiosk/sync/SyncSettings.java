package org.einlass.kiosk.sync;

import java.time.Duration;

/**
 * How the journal is delivered.
 *
 * @param gathering how long the first new entry waits for company; real times vary by half
 * @param firstPause after the first failure; doubles with each further one, and varies by half
 * @param longestPause of those pauses
 * @param patience how long a report may stay unanswered before it counts as lost
 * @param rosterPause between two looks at the roster's changes while all is well; real pauses vary by half
 * @param rejectedPause between two tries to deliver entries that the server rejects one by one
 */
public record SyncSettings(
        Duration gathering,
        Duration firstPause,
        Duration longestPause,
        Duration patience,
        Duration rosterPause,
        Duration rejectedPause) {

    public static final SyncSettings USUAL = new SyncSettings(
            Duration.ofMillis(400),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5));
}
