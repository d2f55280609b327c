package org.einlass.server.event;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** Keeps the events that organisers write down. Any thread may call it. */
public final class EventService {
    private static final Wording TAKEN =
            new Wording("Diese Kennung hat schon eine andere Veranstaltung.", "Another event has this id already.");
    private static final Wording SAVED = new Wording(
            "Jemand anderes hat diese Veranstaltung inzwischen gespeichert.",
            "Somebody else has saved this event since.");
    private static final Wording SAVED_REMEDY = new Wording(
            "Nichts wurde überschrieben. Bitte vergleichen und noch einmal speichern.",
            "Nothing was overwritten. Compare and save again.");

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

    /** All events, the latest first. */
    public List<EventSummary> all() {
        return store.read(EventTable::all);
    }

    /** The event as it stands, with its version. @throws UnknownEventOrDoor where there is no such event */
    public VersionedEvent current(EventId event) {
        return store.read(handle -> EventTable.document(handle, event)
                        .map(document -> new VersionedEvent(document, EventTable.version(handle, event))))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /**
     * Changes the event if nobody has changed it since it was read.
     *
     * @param seen the version that was read; 0 creates an event that must not exist
     * @return the event as it stands then; exceptionally {@link Rejected} as a conflict where somebody was
     *     faster
     * @throws Rejected where the document contradicts itself
     */
    public CompletionStage<VersionedEvent> change(EventId event, long seen, EventDocument document) {
        EventValidation.check(document);
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_CHANGED, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
            if (EventTable.version(transaction.handle(), event) != seen) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(seen == 0 ? TAKEN : SAVED, SAVED_REMEDY);
            }
            changes.put(transaction, event, document, clock.instant());
            trail.add(transaction, event.text(), clock.instant());
            return new VersionedEvent(
                    EventTable.document(transaction.handle(), event).orElseThrow(),
                    EventTable.version(transaction.handle(), event));
        });
    }

    /**
     * Turns rush mode on or off, whoever saves the event meanwhile: kiosks' screens
     * are free for the next guest sooner.
     *
     * @return the event as it stands then; exceptionally {@link UnknownEventOrDoor} where there is no such event
     */
    public CompletionStage<EventDocument> turnRush(EventId event, boolean on) {
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_CHANGED, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
            EventDocument document = EventTable.document(transaction.handle(), event)
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
            if (document.inRush() != on) {
                changes.put(transaction, event, document.withRush(on), clock.instant());
                trail.add(transaction, event.text(), clock.instant());
            }
            return document.withRush(on);
        });
    }

    /**
     * Creates or changes the event, as a whole or not at all.
     *
     * @return the event as it stands then; exceptionally {@link Rejected} where something is left out that is
     *     still in use
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
