package org.einlass.kiosk.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries that may travel with the next question: offered by the loop that delivers the journal, taken by
 * whoever asks. They are under way at most once. From any thread.
 */
public final class JournalOffer {
    private Outbox.@Nullable Batch offered;
    private boolean travelling;

    /** Replaces what was offered before and not taken. */
    synchronized void offer(Outbox.Batch batch) {
        offered = batch;
    }

    /**
     * What the question that is asked now carries. Whoever takes it tells the delivering loop what came of
     * it.
     */
    synchronized Optional<Outbox.Batch> take() {
        Outbox.Batch taken = travelling ? null : offered;
        if (taken != null) {
            offered = null;
            travelling = true;
        }
        return Optional.ofNullable(taken);
    }

    /**
     * The delivering loop sends the entries itself.
     *
     * @return false where a question carries some at this moment
     */
    synchronized boolean withdraw() {
        offered = null;
        return !travelling;
    }

    /** The question that carried entries has come back, or never will. */
    synchronized void returned() {
        travelling = false;
    }
}
