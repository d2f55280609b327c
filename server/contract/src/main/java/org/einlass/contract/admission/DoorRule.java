package org.einlass.contract.admission;

import java.time.Duration;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;

/**
 * Whom a door lets pass. Empty sets ask nothing.
 *
 * @param categories any of these
 * @param programmes any of these
 * @param reentryWindow how long after an exit one may come back; read with {@link Repetition#REENTRY_WINDOW} only
 * @param provisional whether an unknown code of ours is let in provisionally; for staffed doors without booking
 */
public record DoorRule(
        Set<CategoryId> categories,
        Set<ProgrammeId> programmes,
        TimeWindow window,
        Repetition repetition,
        Duration reentryWindow,
        boolean provisional) {

    /** The usual entrance: every confirmed registration, always, as often as they like. */
    public static final DoorRule OPEN =
            new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, Repetition.FREE, Duration.ZERO, false);

    public DoorRule {
        categories = Set.copyOf(categories);
        programmes = Set.copyOf(programmes);
    }
}
