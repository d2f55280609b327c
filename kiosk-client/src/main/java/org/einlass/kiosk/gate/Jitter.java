package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that vary, so that a hall of devices does not come back to the server in the same moment. */
public final class Jitter {
    private Jitter() {}

    /** A pause of {@code about}, give or take half. */
    public static Duration of(Duration about, RandomGenerator chance) {
        return of(about, Duration.ZERO, chance);
    }

    /**
     * A pause of {@code about}, give or take half, and never shorter than {@code atLeast}, which is only ever
     * lengthened, by up to half.
     */
    public static Duration of(Duration about, Duration atLeast, RandomGenerator chance) {
        double share = chance.nextDouble();
        double wanted = about.toNanos() * (0.5 + share);
        double due = atLeast.toNanos() * (1 + share / 2);
        return Duration.ofNanos((long) Math.max(wanted, due));
    }
}
