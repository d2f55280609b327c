package org.einlass.server.report.badge;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.badge.BadgeRun;

/**
 * What a print before the event has brought.
 *
 * @param run the run; its pages are fetched by its number
 * @param unfit whose name does not go on the badge as it is: the desk chooses a badge name
 * @param left how many badges are still to be printed, because a run is a stack that somebody can carry
 * @param toPull how many sheets are to be taken out of the boxes now
 */
public record BadgeRunResult(BadgeRun run, List<Unfit> unfit, int left, int toPull) {

    public BadgeRunResult {
        unfit = List.copyOf(unfit);
    }

    /** One whose name does not fit. */
    public record Unfit(RegistrationId registration, Wording sentence) {}
}
