package org.einlass.server.registration.imports;

import java.util.concurrent.TimeUnit;

/**
 * How many rows of a list make a step: as many as take the writer about {@value #GOAL_MILLIS} ms, so that a
 * guest at a door waits no longer than that for a list. While nobody waits, several steps make one transaction.
 * Used by one thread at a time.
 */
final class SliceSize {
    /** A list of so many rows is written in one transaction. */
    static final int FIRST = 100;

    /** The most rows of one transaction. */
    static final int MOST = 1_000;

    private static final int FEWEST = 50;
    private static final long GOAL_MILLIS = 15;

    /** Who comes during a commit waits for it, and its length grows with the rows. */
    private static final long LONGEST_MILLIS = 100;

    private int rows = FIRST;

    int rows() {
        return rows;
    }

    /** Learns from the step before; grows to the double at most. */
    void took(int written, long nanos) {
        if (written == 0) {
            return;
        }
        long fitting = TimeUnit.MILLISECONDS.toNanos(GOAL_MILLIS) * written / Math.max(1, nanos);
        rows = (int) Math.max(FEWEST, Math.min(fitting, Math.min(MOST / 2, rows * 2L)));
    }

    /** Whether a transaction that wrote so many rows in that time may write one more step. */
    static boolean mayGoOn(int written, long nanos) {
        return written <= MOST / 2 && nanos < TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    }
}
