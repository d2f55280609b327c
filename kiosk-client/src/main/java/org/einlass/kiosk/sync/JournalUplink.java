package org.einlass.kiosk.sync;

import java.util.function.Consumer;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.kiosk.gate.Reply;

/** Carries one report to the server. Never blocks; the reply comes once, on any thread. */
@FunctionalInterface
public interface JournalUplink {

    void carry(Outbox.Batch batch, Consumer<Reply<JournalReceipt>> then);
}
