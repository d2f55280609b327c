package org.einlass.kiosk.sync;

import java.util.function.Consumer;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Reply;

/**
 * Carries a question and entries of the journal to the server. Never blocks; the reply comes once, on any
 * thread.
 */
@FunctionalInterface
public interface QuestionUplink {

    /**
     * Asks, and brings entries along.
     *
     * @param carried at most {@link ScanQuestion#MOST_CARRIED} entries
     */
    void ask(ScanQuestion question, Outbox.Batch carried, Consumer<Reply<ScanAnswer>> then);
}
