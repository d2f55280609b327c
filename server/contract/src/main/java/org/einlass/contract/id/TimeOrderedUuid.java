package org.einlass.contract.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits.
 *
 * <p>Neighbours in time are neighbours in an index; that is all the time part is for. It comes from clocks
 * that may be wrong, so nothing is ordered by it.
 */
public final class TimeOrderedUuid {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedUuid() {}

    /** A new id; unpredictable if {@code chance} is a {@link java.security.SecureRandom}. */
    public static UUID next(Instant now, RandomGenerator chance) {
        long high = (now.toEpochMilli() << 16) | VERSION_7 | (chance.nextLong() & 0xFFFL);
        long low = VARIANT | (chance.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
