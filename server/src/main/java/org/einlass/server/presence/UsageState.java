package org.einlass.server.presence;

import java.time.Instant;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.PriorUse;
import org.jspecify.annotations.Nullable;

/**
 * How one person stands towards one scope and period, by all facts.
 *
 * @param held whether they are in, or have used their "once"
 * @param firstAt the first admission, UTC milliseconds; absent where only exits are known
 * @param lastExitAt the last exit, UTC milliseconds
 */
public record UsageState(
        boolean held, @Nullable Long firstAt, @Nullable Long lastExitAt) {
    public static final UsageState NONE = new UsageState(false, null, null);

    /** What a standing is kept by. */
    public record Key(Phase phase, String scope, String period) {}

    /** The same as the rules ask for it. */
    public PriorUse priorUse() {
        return new PriorUse(held, instant(firstAt), instant(lastExitAt), true);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    UsageState admitted(long at) {
        return new UsageState(true, firstAt == null ? at : firstAt, lastExitAt);
    }

    UsageState left(long at) {
        return new UsageState(false, firstAt, at);
    }
}
