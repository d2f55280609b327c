package org.einlass.server.presence.hand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in whom somebody at the console has seen, without a scan. It is a fact like that of a device, so
 * that it counts everywhere, and it is undone by another one. Any thread may call it.
 */
public final class LetInService {
    /** Under which device the entries of people stand in the journal; enrolled devices have other ids. */
    private static final DeviceId WRITER = new DeviceId("einlass-server");

    private static final Wording NO_ENTRY =
            new Wording("Diese Veranstaltung hat keinen Eingang.", "This event has no entrance.");
    private static final Wording MAKE_ONE = new Wording("Bitte zuerst eine Tür anlegen.", "Create a door first.");
    private static final Wording NOT_EXPECTED =
            new Wording("Diese Anmeldung gibt kein Recht, einzutreten.", "This registration gives no right to enter.");
    private static final Wording CONFIRM_FIRST =
            new Wording("Bitte zuerst die Anmeldung bestätigen.", "Confirm the registration first.");

    private final Store store;
    private final EventConfigCache eventConfigs;
    private final JournalIngest ingest;
    private final Clock clock;

    public LetInService(Store store, EventConfigCache eventConfigs, JournalIngest ingest, Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        this.ingest = ingest;
        this.clock = clock;
    }

    /**
     * Notes that somebody is here, as of now.
     *
     * @param door by which one; null for the event's main entrance
     * @return the entry, by which it is undone
     * @throws Rejected where there is no such registration or door, or it gives no right to enter
     */
    public CompletionStage<EntryId> letIn(EventId event, RegistrationId person, @Nullable DoorId door) {
        AuditTrail trail = AuditTrail.of(AuditAction.LET_IN, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            Registration found = RegistrationTable.find(handle, event, person)
                    .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
            if (found.particulars().status() != RegistrationStatus.CONFIRMED) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(NOT_EXPECTED, CONFIRM_FIRST);
            }
            DoorId at = door(handle, event, door);
            EventConfig config = config(handle, event);
            Instant now = clock.instant();
            EntryHead head = head(config, now);
            write(transaction, config, new JournalEntry.EnteredFromPaper(head, at, person, null, now, Duration.ZERO));
            trail.add(transaction, person.toString(), now);
            return head.id();
        });
    }

    /** Undoes what was noted here by mistake. @throws Rejected where nobody was let in here by such an entry */
    public CompletionStage<EntryId> undo(EventId event, EntryId entry) {
        AuditTrail trail = AuditTrail.of(AuditAction.LET_IN_UNDONE, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
            EventConfig config = config(transaction.handle(), event);
            if (!FactTable.isWrittenBy(transaction.handle(), event, entry, WRITER)) {
                throw Rejected.because(RejectionReason.UNKNOWN_ENTRY);
            }
            EntryHead head = head(config, clock.instant());
            write(transaction, config, new JournalEntry.Undone(head, entry));
            trail.add(transaction, entry.toString(), clock.instant());
            return head.id();
        });
    }

    private EventConfig config(Handle handle, EventId event) {
        return eventConfigs
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /** The door that was named, or the entrance where badges are printed, or the first one. */
    private static DoorId door(Handle handle, EventId event, @Nullable DoorId named) {
        EventDocument document = EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        List<EventDocument.Door> entries = document.doors().stream()
                .filter(door -> door.direction() != Direction.EXIT)
                .toList();
        if (named != null) {
            return entries.stream()
                    .map(EventDocument.Door::id)
                    .filter(named::equals)
                    .findFirst()
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR));
        }
        return entries.stream()
                .min(Comparator.comparing(door -> !door.prints()))
                .map(EventDocument.Door::id)
                .orElseThrow(() -> Rejected.because(RejectionReason.CONFLICT).saying(NO_ENTRY, MAKE_ONE));
    }

    private static EntryHead head(EventConfig config, Instant now) {
        DeviceTime time =
                new DeviceTime(now, new BootId(UUID.randomUUID()), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new EntryHead(new EntryId(UUID.randomUUID()), 1, config.phase(), time, null);
    }

    private void write(Transaction transaction, EventConfig config, JournalEntry entry) {
        ingest.in(transaction, List.of(ReceivedJournal.ofServer(config.event(), WRITER, entry)));
    }
}
