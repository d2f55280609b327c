package org.einlass.server.event;

import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.database.Transaction;

/**
 * Hears, in the transaction that changes it, that an event is another one: its phase, its doors, its areas.
 */
public interface EventListener {

    /** Draws the conclusions. Whatever it throws undoes the change. */
    void eventChanged(Transaction transaction, EventId event);

    /** Hears before that of other questions that kiosks ask. Whatever it throws undoes the change. */
    default void questionsChanged(Transaction transaction, EventId event) {}

    /** Hears before that of sessions whose title, time or room is new. Whatever it throws undoes the change. */
    default void sessionsChanged(Transaction transaction, EventId event, Set<SessionId> sessions) {}
}
