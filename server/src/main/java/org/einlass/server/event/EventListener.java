package org.einlass.server.event;

import org.einlass.contract.id.EventId;
import org.einlass.server.database.Transaction;

/**
 * Hears, in the transaction that changes it, that an event is another one: its phase, its doors, its areas.
 */
public interface EventListener {

    /** Draws the conclusions. Whatever it throws undoes the change. */
    void eventChanged(Transaction transaction, EventId event);
}
