package org.einlass.kiosk.camera;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of the time a frame may cost, looked at inside stages so that no frame takes long. */
final class Deadline {

    private final LongSupplier nanos;
    private final long start;
    private final long budget;

    private Deadline(LongSupplier nanos, Duration budget) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.budget = budget.toNanos();
    }

    /** Starts now, by the given clock of nanoseconds. */
    static Deadline in(Duration budget, LongSupplier nanos) {
        return new Deadline(nanos, budget);
    }

    /** The same end, or a later one where less than {@code more} is left until it. */
    Deadline leaving(Duration more) {
        long left = budget - (nanos.getAsLong() - start);
        return left >= more.toNanos() ? this : new Deadline(nanos, more);
    }

    boolean expired() {
        return nanos.getAsLong() - start >= budget;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }
}
