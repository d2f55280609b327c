package org.einlass.server.erasure;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.answer.AnswerErasures;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.backup.Backup;
import org.einlass.server.backup.BackupService;
import org.einlass.server.badge.BadgeErasures;
import org.einlass.server.counter.CounterService;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceMessageService;
import org.einlass.server.device.RosterHolders;
import org.einlass.server.device.helper.HelperErasures;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.JournalErasures;
import org.einlass.server.live.LiveErasures;
import org.einlass.server.presence.PresenceErasures;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.change.EndedSubstitutions;
import org.einlass.server.registration.imports.DoorHistory;
import org.einlass.server.registration.organisation.OrganisationAliasTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.certificate.SessionConsentTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Erases one person, or all people of an event, everywhere this server reaches, and says where it does not reach yet. Each
 * call takes its time: not for the threads that answer guests. Any thread may call it.
 */
public final class ErasureService {
    private static final System.Logger LOG = System.getLogger(ErasureService.class.getName());

    private final Store store;
    private final RegistrationErasures registrations;
    private final EndedSubstitutions substitutions;
    private final DoorHistory doorHistory;
    private final List<Consumer<EventId>> files;
    private final AcknowledgedErasures acknowledged;
    private final BackupService backups;
    private final CleaningTime cleaningTime;
    private final Clock clock;

    /** @param files delete what lies on the disk of an event's people beside the database */
    public ErasureService(
            Store store,
            RegistrationErasures registrations,
            EndedSubstitutions substitutions,
            DoorHistory doorHistory,
            List<Consumer<EventId>> files,
            AcknowledgedErasures acknowledged,
            BackupService backups,
            Clock clock) {
        this.store = store;
        this.registrations = registrations;
        this.substitutions = substitutions;
        this.doorHistory = doorHistory;
        this.files = List.copyOf(files);
        this.acknowledged = acknowledged;
        this.backups = backups;
        this.cleaningTime = new CleaningTime(store);
        this.clock = clock;
    }

    /**
     * Erases one person, with those registrations that were merged into it. Whoever they represented gets the place back,
     * or is cancelled where they were at a door.
     *
     * @throws Rejected where there is no such registration
     */
    public ErasureReceipt person(EventId event, RegistrationId id) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_ERASED, event.text());
        String erasure = written(event, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            return person(transaction, event, id, ErasureReason.REQUESTED, trail);
        });
        clean(event);
        return receipt(event, erasure);
    }

    /** Erases once more what a restored backup brought back; nothing where it does not hold them. */
    void again(ErasedList.Line line) {
        EventId event = line.event();
        if (store.read(handle -> EventTable.document(handle, event).isEmpty() || ErasureTable.isNoted(handle, line))) {
            return;
        }
        String registration = line.registration();
        if (registration == null) {
            event(event, ErasureReason.RESTORED);
            return;
        }
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_ERASED, event.text());
        written(
                event,
                transaction ->
                        person(transaction, event, RegistrationId.of(registration), ErasureReason.RESTORED, trail));
        clean(event);
    }

    private String person(
            Transaction transaction, EventId event, RegistrationId asked, ErasureReason reason, AuditTrail trail) {
        Handle handle = transaction.handle();
        if (RegistrationTable.find(handle, event, asked).isEmpty()) {
            throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
        }
        RegistrationId id = RegistrationErasures.remaining(handle, event, asked);
        Instant now = clock.instant();
        List<RegistrationId> together = RegistrationErasures.together(handle, event, id);
        boolean counted = together.stream().anyMatch(one -> doorHistory.isKnown(handle, event, one));
        List<RegistrationId> represented = EndedSubstitutions.representedBy(handle, event, together);
        List<String> organisations = together.stream()
                .flatMap(one -> RegistrationTable.find(handle, event, one).stream())
                .map(one -> one.particulars().attendee().organisation())
                .toList();
        RegistrationErasures.Erased erased = registrations.person(transaction, event, id, counted, now);
        OrganisationAliasTable.removeUnused(handle, event, organisations);
        Map<String, Integer> rows = new HashMap<>();
        rows.put("registrations", erased.registrations().size());
        rows.put("codes", erased.lookups().size());
        rows.putAll(JournalErasures.person(handle, event, erased.registrations(), erased.lookups(), now));
        rows.putAll(PresenceErasures.person(handle, event, erased.registrations()));
        rows.putAll(LiveErasures.person(handle, event, erased.registrations()));
        erased.registrations().forEach(one -> SessionConsentTable.withdraw(handle, event, RegistrationId.of(one)));
        AuditTrail changed = AuditTrail.by(trail.author(), AuditAction.REGISTRATION_CHANGED, event.text());
        represented.stream()
                .filter(one -> substitutions.end(transaction, event, one, counted, trail.author(), now))
                .forEach(one -> changed.add(transaction, one.toString(), now));
        trail.add(transaction, id.toString(), now);
        return note(transaction, event, id.toString(), reason, trail, rows, now);
    }

    /**
     * Erases all people of an event, all that they did, and all that devices hold of it. Its days, doors and devices stay,
     * so that devices can say that they have wiped themselves.
     *
     * @throws Rejected where the event is live, or its day of erasure does not stand any more
     */
    public ErasureReceipt event(EventId event, ErasureReason reason) {
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_ERASED, event.text());
        String erasure = written(event, transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            refuseWhereLive(handle, event, reason);
            refuseWhereNotDue(handle, event, reason, now);
            Map<String, Integer> rows = new HashMap<>(RegistrationErasures.event(handle, event, now));
            rows.putAll(JournalErasures.event(handle, event));
            rows.putAll(PresenceErasures.event(handle, event));
            rows.putAll(LiveErasures.event(handle, event));
            rows.putAll(AnswerErasures.event(handle, event));
            rows.putAll(HelperErasures.event(handle, event));
            rows.putAll(BadgeErasures.event(handle, event));
            rows.put("session_consents", SessionConsentTable.removeAll(handle, event));
            rows.put("organisation_aliases", OrganisationAliasTable.removeAll(handle, event));
            rows.put("device_messages", DeviceMessageService.eraseAll(handle, event));
            rows.put("counter_guests", CounterService.eraseGuests(handle, event));
            RosterHolders.wipeAll(handle, event, now);
            RetentionDateTable.remove(handle, event);
            trail.add(transaction, event.text(), now);
            return note(transaction, event, null, reason, trail, rows, now);
        });
        clean(event);
        return receipt(event, erasure);
    }

    private static void refuseWhereLive(Handle handle, EventId event, ErasureReason reason) {
        if (reason == ErasureReason.REQUESTED && document(handle, event).phase() == Phase.LIVE) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording("Diese Veranstaltung läuft.", "This event is live."),
                            new Wording(
                                    "Bitte zuerst schließen, und die Zahlen als PDF sichern: Danach gibt es keine mehr.",
                                    "Close it first, and keep its figures as PDF: there are none afterwards."));
        }
    }

    /** Somebody may have moved the event, or set another day, since the day was looked at. */
    private static void refuseWhereNotDue(Handle handle, EventId event, ErasureReason reason, Instant now) {
        if (reason == ErasureReason.RETENTION
                && RetentionDateTable.row(handle, event)
                        .filter(row -> row.isDue(document(handle, event), now))
                        .isEmpty()) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Der Löschtermin der Veranstaltung gilt nicht mehr.",
                                    "The event's day of erasure does not stand any more."),
                            RejectionReason.CONFLICT.remedy());
        }
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static String note(
            Transaction transaction,
            EventId event,
            @Nullable String registration,
            ErasureReason reason,
            AuditTrail trail,
            Map<String, Integer> rows,
            Instant now) {
        String id = UUID.randomUUID().toString();
        Erasure erasure = new Erasure(id, registration, reason, now, trail.author(), rows, null);
        ErasureTable.add(transaction.handle(), event, erasure, RosterHolders.of(transaction.handle(), event));
        transaction.changed(event, ErasureTable.CHANGE, id, 1);
        return id;
    }

    /**
     * Removes files of the event, and deleted bytes from those of the database where {@link CleaningTime} allows it. What
     * is left, or fails, is tried again each hour.
     */
    void clean(EventId event) {
        Instant until = clock.instant();
        boolean done = true;
        for (Consumer<EventId> kind : files) {
            done &= isDone(() -> kind.accept(event));
        }
        done &= isCleaningTime(until) && isDone(store::overwriteDeleted);
        if (done) {
            isDone(() -> written(event, transaction -> {
                ErasureTable.clean(transaction.handle(), event, until, clock.instant());
                return event;
            }));
        }
    }

    /** Not where the database does not answer: the erasure itself is written by then. */
    private boolean isCleaningTime(Instant now) {
        try {
            return cleaningTime.is(now);
        } catch (StoreUnavailable later) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Cleaning {
        void run() throws SQLException;
    }

    private static boolean isDone(Cleaning cleaning) {
        try {
            cleaning.run();
            return true;
        } catch (SQLException | RuntimeException later) {
            LOG.log(
                    Level.WARNING,
                    "What was erased may still lie in files beside the database or in free parts of its own; this is"
                            + " tried again within an hour. Give the disk of the data folder room for a second copy of"
                            + " the database, and see that the server may write there. ({0})",
                    later.getMessage());
            return false;
        }
    }

    /** Tries again what could not be cleaned. One event that cannot be cleaned keeps no other from it. */
    void cleanRest() {
        if (isCleaningTime(clock.instant())) {
            store.read(ErasureTable::unclean).forEach(this::clean);
        }
    }

    /** All receipts of an event, the newest first. */
    public List<ErasureReceipt> receipts(EventId event) {
        store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return event;
        });
        acknowledged.look(event);
        List<Backup> kept = backups.state().kept();
        return store.read(handle -> {
            Map<String, List<DeviceAcknowledgement>> devices = ErasureTable.devices(handle, event);
            return ErasureTable.all(handle, event).stream()
                    .map(one -> receipt(one, devices.getOrDefault(one.id(), List.of()), kept))
                    .toList();
        });
    }

    private ErasureReceipt receipt(EventId event, String id) {
        return receipts(event).stream()
                .filter(one -> one.erasure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ErasureReceipt receipt(Erasure erasure, List<DeviceAcknowledgement> devices, List<Backup> kept) {
        List<Backup> holding = kept.stream()
                .filter(backup -> !backup.madeAt().isAfter(erasure.erasedAt()))
                .toList();
        boolean complete = erasure.cleanedAt() != null
                && holding.isEmpty()
                && devices.stream().allMatch(device -> Objects.nonNull(device.acknowledgedAt()));
        Instant goneBy = holding.isEmpty()
                ? null
                : backups.kept()
                        .map(duration -> erasure.erasedAt().plus(duration))
                        .orElse(null);
        return new ErasureReceipt(erasure, complete, devices, holding, goneBy);
    }

    private <T> T written(EventId event, Function<Transaction, T> work) {
        return store.writeAlone(WriteKey.of(event), work::apply)
                .toCompletableFuture()
                .join();
    }
}
