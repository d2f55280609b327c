package org.einlass.server.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many more wrong codes of guessable form a device may show before none of that form is checked: {@value
 * #TOKENS}, and one more every {@link #REFILL}. Kept as the moment at which the bucket is full again.
 *
 * @param fullAt past where it is full
 * @param misses wrong codes, ever
 * @param deferred scans sent to the counter because it was empty, ever
 * @param deferredAt the last of them
 */
public record GuessBucket(
        Instant fullAt,
        long misses,
        long deferred,
        @Nullable Instant deferredAt) {
    public static final int TOKENS = 20;

    /** How long one token takes: ten a minute. */
    public static final Duration REFILL = Duration.ofSeconds(6);

    /** How long the organiser is told that guests were sent to the counter. */
    public static final Duration TOLD_FOR = Duration.ofMinutes(15);

    private static final Duration WHOLE = REFILL.multipliedBy(TOKENS);

    /** A device that has shown no wrong code. */
    public static final GuessBucket FULL = new GuessBucket(Instant.EPOCH, 0, 0, null);

    /** More than the whole is missing only after the clock was set back: then the bucket counts as full. */
    private Duration missing(Instant now) {
        Duration missing = Duration.between(now, fullAt);
        return missing.isNegative() || missing.compareTo(WHOLE) > 0 ? Duration.ZERO : missing;
    }

    /** Whether less than one token is left. */
    public boolean isEmpty(Instant now) {
        return missing(now).compareTo(WHOLE.minus(REFILL)) > 0;
    }

    /** A wrong code was shown. */
    public GuessBucket missed(Instant now) {
        return new GuessBucket(now.plus(missing(now)).plus(REFILL), misses + 1, deferred, deferredAt);
    }

    /** A code was not checked, because the bucket is empty. */
    public GuessBucket deferred(Instant now) {
        return new GuessBucket(fullAt, misses, deferred + 1, now);
    }
}
