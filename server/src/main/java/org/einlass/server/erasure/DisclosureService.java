package org.einlass.server.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.FactTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.history.ChangeHistoryTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.Renderers;
import org.jdbi.v3.core.Handle;

/** Puts together what is kept of one person, for that person. Takes its time. Any thread may call it. */
public final class DisclosureService {
    private static final int MOST_FACTS = 100_000;

    private final Store store;
    private final Renderers renderers;
    private final Clock clock;

    public DisclosureService(Store store, Renderers renderers, Clock clock) {
        this.store = store;
        this.renderers = renderers;
        this.clock = clock;
    }

    /** Everything, from one moment. @throws Rejected where there is no such registration */
    public Disclosure of(EventId event, RegistrationId registration) {
        return store.read(handle -> {
            EventDocument document = document(handle, event);
            if (RegistrationTable.find(handle, event, registration).isEmpty()) {
                throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
            }
            RegistrationId remaining = RegistrationErasures.remaining(handle, event, registration);
            List<Disclosure.Kept> kept = RegistrationErasures.together(handle, event, remaining).stream()
                    .map(one -> kept(handle, event, one))
                    .toList();
            return new Disclosure(
                    event,
                    document.title(),
                    clock.instant(),
                    kept,
                    RetentionDateTable.find(handle, event).orElse(null));
        });
    }

    private static Disclosure.Kept kept(Handle handle, EventId event, RegistrationId id) {
        return new Disclosure.Kept(
                RegistrationTable.find(handle, event, id).orElseThrow(),
                RegistrationQueries.contacts(handle, event, id),
                CodeTable.lines(handle, event, id),
                ChangeHistoryTable.of(handle, event, id),
                FactTable.history(handle, event, id.toString(), MOST_FACTS),
                DisclosedNotes.of(handle, event, id));
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /** The same to be printed. */
    public byte[] pdf(EventId event, RegistrationId registration, Locale locale) {
        Disclosure disclosure = of(event, registration);
        EventDocument document = store.read(handle -> document(handle, event));
        return renderers
                .lists()
                .pages(new DisclosurePages(document, locale).of(disclosure))
                .pdf();
    }

    /** What was erased from an event, to be printed. */
    public byte[] log(EventId event, List<ErasureReceipt> receipts, Locale locale) {
        EventDocument document = store.read(handle -> document(handle, event));
        return renderers
                .lists()
                .pages(new ErasureLog(document, locale).of(receipts, clock.instant()))
                .pdf();
    }
}
