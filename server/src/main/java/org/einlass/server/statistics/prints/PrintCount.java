package org.einlass.server.statistics.prints;

import org.jspecify.annotations.Nullable;

/**
 * How many badges a device had printed at one printer for one occasion, in the live phase.
 *
 * @param device as people call it
 * @param printer as the device calls it; absent where it did not say so
 * @param printed came out
 * @param silent taken by a printer that has said no more: one that reports nothing, or one that is still at it
 * @param unclear nobody can say whether they came out
 * @param failed did not come out
 */
public record PrintCount(
        String device, @Nullable String printer, Occasion occasion, int printed, int silent, int unclear, int failed) {

    /** Why a badge was printed. */
    public enum Occasion {
        /** Its guest came. */
        FIRST,
        WALK_IN,
        SUBSTITUTION,
        /** The old one was lost. */
        LOST,
        /** The old one was damaged, or the printer spoilt it. */
        DAMAGED,
        /** What stood on the old one was wrong. */
        CORRECTED,
        /** Made anew, and nobody said why. */
        REISSUED,
        /** The same badge once more, after one of which nobody knew whether it had come out. */
        AGAIN
    }
}
