package org.einlass.server.registration.imports;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many rows of a list make a step: as many as take the writer about {@value #GOAL_MILLIS} ms, and
 * {@value #GUESTS_GOAL_MILLIS} ms while guests come. A guest at a door waits no longer than that for a list. While no
 * guest comes, several steps make one transaction. Used by one thread at a time.
 */
final class SliceSize {
    /** A list of so many rows is written in one transaction. */
    static final int FIRST = 100;

    /** The most rows of one step. */
    static final int MOST = 500;

    /** So long after a question of a device the next guest is expected. */
    static final Duration GUESTS_COME = Duration.ofSeconds(10);

    private static final int FEWEST = 20;
    private static final long GOAL_MILLIS = 15;
    private static final long GUESTS_GOAL_MILLIS = 5;

    /**
     * The most rows of one transaction, and how long it takes at most. Who comes during a commit waits for it, and
     * its length grows with the rows, though more slowly: the pages of the indexes that all rows share are
     * written once.
     */
    private static final int MOST_TOGETHER = 2_500;

    private static final long LONGEST_MILLIS = 250;

    private int rows = FIRST;
    private boolean guests;

    int rows() {
        return rows;
    }

    /** Learns from the step before; grows to the double at most. */
    void took(int written, long nanos, boolean guestsCome) {
        guests = guestsCome;
        if (written == 0) {
            return;
        }
        long goal = TimeUnit.MILLISECONDS.toNanos(guests ? GUESTS_GOAL_MILLIS : GOAL_MILLIS);
        long fitting = goal * written / Math.max(1, nanos);
        rows = (int) Math.max(FEWEST, Math.min(fitting, Math.min(MOST, rows * 2L)));
    }

    /** Whether a transaction that wrote so many rows in that time may write one more step. */
    boolean mayGoOn(int written, long nanos) {
        return !guests && written <= MOST_TOGETHER - MOST && nanos < TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    }
}
