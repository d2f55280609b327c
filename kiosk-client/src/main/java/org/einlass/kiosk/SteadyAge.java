package org.einlass.kiosk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long ago something was, however the machine's clock is set after it was first asked about: a clock that is put three
 * hours ahead makes nothing three hours older. From any thread.
 */
final class SteadyAge {
    private @Nullable Instant known;
    private Duration age = Duration.ZERO;
    private long since;

    /**
     * When it was, by the clock as it stands now.
     *
     * @param at when it was, by the clock as it stood then
     * @param nanos a count that never jumps
     */
    synchronized Instant byTheClock(Instant at, Instant now, long nanos) {
        if (!at.equals(known)) {
            known = at;
            age = Duration.between(at, now);
            since = nanos;
        }
        return now.minus(age).minusNanos(nanos - since);
    }
}
