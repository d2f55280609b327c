package org.einlass.server.event;

import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;

/** Keeps the events that organisers write down. Any thread may call it. */
public final class EventService {
    private final Store store;
    private final EventChanges changes;
    private final Clock clock;

    public EventService(Store store, EventChanges changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /** The event as it stands. @throws UnknownEventOrDoor where there is no such event */
    public EventDocument read(EventId event) {
        return store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /**
     * Creates or changes the event, as a whole or not at all.
     *
     * @return the event as it stands then; exceptionally {@link Rejected} where something is left out that is still in use
     * @throws Rejected where the document contradicts itself
     */
    public CompletionStage<EventDocument> put(EventId event, EventDocument document) {
        EventValidation.check(document);
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_CHANGED, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
            changes.put(transaction, event, document, clock.instant());
            trail.add(transaction, event.text(), clock.instant());
            return EventTable.document(transaction.handle(), event).orElseThrow();
        });
    }
}
