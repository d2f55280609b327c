package org.einlass.server.registration.imports;

import java.time.Duration;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/**
 * A list that is coming in or being taken back. Two of the same import are equal where nothing was written in
 * between.
 *
 * @param done how many of its rows have come in
 * @param rows how many it has
 * @param kept how many of its people stayed so far, while it was taken back
 * @param progressAt when its last slice was written, by the clock of the server that did
 */
public record OpenImport(
        EventId event, String id, PastImport.State state, int done, int rows, int kept, long progressAt) {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Wording TRY_AGAIN = new Wording(
            "Bitte warten, bis das fertig ist, und dann noch einmal versuchen.",
            "Wait until that is done, and try again then.");

    /** Nothing else is done to a list of the event until this is over. */
    Rejected refusal() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(sentence(), TRY_AGAIN)
                .again(PAUSE);
    }

    private Wording sentence() {
        return state == PastImport.State.RUNNING
                ? new Wording(
                        "Gerade kommt eine Liste herein: " + done + " von " + rows + " Zeilen.",
                        "A list is coming in just now: " + done + " of " + rows + " rows.")
                : new Wording(
                        "Gerade wird eine Liste zurückgenommen. Wer darin stand, ist noch nicht ganz entfernt.",
                        "A list is being undone just now. Not all of its people are removed yet.");
    }
}
