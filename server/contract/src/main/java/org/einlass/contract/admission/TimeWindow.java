package org.einlass.contract.admission;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a door is open. Either end may be missing; {@code grace} widens both, for clocks and for people.
 *
 * @param grace zero or positive
 */
public record TimeWindow(@Nullable Instant from, @Nullable Instant until, Duration grace) {
    public static final TimeWindow ALWAYS = new TimeWindow(null, null, Duration.ZERO);

    public TimeWindow {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A door's grace is zero or longer.");
        }
    }

    boolean opensAfter(Instant at) {
        return from != null && at.isBefore(from.minus(grace));
    }

    boolean closedBefore(Instant at) {
        return until != null && at.isAfter(until.plus(grace));
    }
}
