package org.einlass.server.registration.imports;

import java.time.Duration;
import org.einlass.contract.Wording;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/**
 * A list that is coming in.
 *
 * @param done how many of its rows have come in
 * @param rows how many it has
 */
record RunningImport(int done, int rows) {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Nothing else is done to a list, or beside it, until all of it has come in. */
    Rejected refusal() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording(
                                "Gerade kommt eine Liste herein: " + done + " von " + rows + " Zeilen.",
                                "A list is coming in just now: " + done + " of " + rows + " rows."),
                        new Wording(
                                "Bitte warten, bis sie übernommen ist, und dann noch einmal versuchen.",
                                "Wait until all of it is taken, and try again then."))
                .again(PAUSE);
    }
}
