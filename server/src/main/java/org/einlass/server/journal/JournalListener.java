package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfig;

/** Hears, in the transaction that makes them, of changes to the journal of an event: once for all of them. */
public interface JournalListener {

    /** Draws the conclusions from what changed. Whatever it throws undoes the change. */
    void journalChanged(Transaction transaction, EventConfig eventConfig, JournalChanges changes, Instant now);
}
