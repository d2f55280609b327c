package org.einlass.contract.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a registration did before at the doors of one scope, within the period that its door's rule looks at.
 *
 * @param held whether it came in, and no exit that is known here came after
 * @param firstAt when it first came in; absent where that is not known
 * @param lastExitAt when it last went out; absent where that is not known
 * @param exitsKnown false on a device: exits are scanned elsewhere, so that {@code held} may be over
 */
public record PriorUse(
        boolean held, @Nullable Instant firstAt, @Nullable Instant lastExitAt, boolean exitsKnown) {

    /** Nothing is known of an earlier passage. */
    public static final PriorUse NONE = new PriorUse(false, null, null, true);

    /** What a device knows from its own journal alone: when it first let somebody in, or nothing. */
    public static PriorUse withoutExits(@Nullable Instant firstAt) {
        return new PriorUse(firstAt != null, firstAt, null, false);
    }

    /** The same after another scan has claimed the place meanwhile. */
    public PriorUse claimed() {
        return new PriorUse(true, firstAt, lastExitAt, exitsKnown);
    }
}
