package org.einlass.quality;

import java.util.Random;

/** Chance that can be repeated: a property is checked for many seeds, and a failure names its own. */
public final class Seeds {
    /** Neighbouring seeds of {@link Random} begin alike; a long way between them parts them. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** What must hold whatever chance brings. */
    public interface Property {
        void holds(Random chance) throws Exception;
    }

    /** Checks {@code property} for the seeds 1 to {@code tries}. */
    public static void each(int tries, Property property) {
        for (long seed = 1; seed <= tries; seed++) {
            try {
                property.holds(new Random(seed * STRIDE));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("With seed " + seed + " of " + tries + ": " + e.getMessage(), e);
            }
        }
    }
}
