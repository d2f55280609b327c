package org.einlass.server.registration.imports;

import java.util.concurrent.TimeUnit;

/**
 * How many rows of a list make a slice: as many as hold the writer for about {@value #GOAL_MILLIS} ms, so that a
 * guest at a door waits no longer than that for a list. Used by one thread at a time.
 */
final class SliceSize {
    /** A list of so many rows is written in one transaction. */
    static final int FIRST = 100;

    static final int MOST = 1_000;
    private static final int FEWEST = 20;
    private static final long GOAL_MILLIS = 15;

    private int rows = FIRST;

    int rows() {
        return rows;
    }

    /** Learns from the slice before; grows to the double at most. */
    void took(int written, long nanos) {
        if (written == 0) {
            return;
        }
        long fitting = TimeUnit.MILLISECONDS.toNanos(GOAL_MILLIS) * written / Math.max(1, nanos);
        rows = (int) Math.max(FEWEST, Math.min(fitting, Math.min(MOST, rows * 2L)));
    }
}
