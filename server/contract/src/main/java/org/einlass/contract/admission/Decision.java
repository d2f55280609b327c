package org.einlass.contract.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say to a scan.
 *
 * @param refusal present exactly with {@link Verdict#REFUSED}
 * @param arrivedAt when the registration had come in before, where that is known and was asked for
 * @param claim the period within which this admission is the only one; absent where nothing is claimed
 * @param badge whether a badge is due
 */
public record Decision(
        Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable Instant arrivedAt,
        @Nullable ClaimPeriod claim,
        boolean badge) {

    /** A guest goes out: nothing is claimed and nothing is printed. */
    static final Decision LET_OUT = new Decision(Verdict.ADMITTED, null, null, null, false);

    /** Nobody knows yet who it is. */
    static final Decision PROVISIONAL = new Decision(Verdict.PROVISIONAL, null, null, null, false);

    static Decision refused(Refusal reason, @Nullable Instant arrivedAt) {
        return new Decision(Verdict.REFUSED, reason, arrivedAt, null, false);
    }

    /** Whether somebody may pass as far as is known: more facts can only turn this into a refusal. */
    public boolean isAdmitted() {
        return verdict == Verdict.ADMITTED;
    }
}
