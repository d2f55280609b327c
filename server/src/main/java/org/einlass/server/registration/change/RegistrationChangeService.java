package org.einlass.server.registration.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.history.ChangeHistoryTable;
import org.einlass.server.registration.history.PastChange;
import org.einlass.server.registration.imports.AccessConsents;
import org.einlass.server.registration.imports.DoorHistory;
import org.einlass.server.registration.imports.list.RowKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes single registrations for people at the console or a desk that is online. Every change is kept with
 * who made it and what stood there before. Any thread may call it; each call is one transaction,
 * and one for many registrations several.
 */
public final class RegistrationChangeService {
    private final Store store;
    private final RegistrationIssuer issuer;
    private final DoorHistory doorHistory;
    private final Clock clock;

    public RegistrationChangeService(Store store, RegistrationIssuer issuer, DoorHistory doorHistory, Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.doorHistory = doorHistory;
        this.clock = clock;
    }

    /** One registration. @throws Rejected where there is no such event or registration */
    public Registration read(EventId event, RegistrationId id) {
        return store.read(handle -> found(handle, event, id));
    }

    /**
     * What was done online to a registration, the newest first, without access needs and telephone numbers.
     *
     * @throws Rejected where there is no such one
     */
    public List<PastChange> history(EventId event, RegistrationId id) {
        return store.read(handle -> {
            found(handle, event, id);
            return ChangeHistoryTable.of(handle, event, id).stream()
                    .map(PastChange::forOthersThanStaff)
                    .toList();
        });
    }

    /**
     * Registers somebody who came without a registration.
     *
     * @param by name of the account that does it
     */
    public Registration walkIn(EventId event, RegistrationFields fields, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.WALK_IN_REGISTERED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            RegistrationRules.of(document(handle, event)).check(handle, event, Optional.empty(), fields);
            RegistrationId id = issuer.enrol(transaction, event, key(fields.attendee()), fields);
            note(handle, event, id, by, PastChange.Kind.WALKED_IN, null);
            trail.add(transaction, id.toString(), clock.instant());
            return found(handle, event, id);
        });
    }

    /**
     * Changes a registration: corrects, cancels, blocks, confirms it.
     *
     * @param seen the version that whoever changes it saw; null where that plays no part
     * @throws Rejected where somebody changed it since or merged it into another one, or a value does not fit
     */
    public Registration change(
            EventId event, RegistrationId id, RegistrationEdit edit, @Nullable Long seen, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration before = found(handle, event, id);
            if (seen != null && seen != before.version()) {
                throw Rejected.because(RejectionReason.CONFLICT)
                        .saying(
                                new Wording(
                                        "Jemand hat diese Anmeldung inzwischen geändert.",
                                        "Somebody has changed this registration since."),
                                RejectionReason.CONFLICT.remedy());
            }
            return changed(transaction, event, before, edit, by, trail);
        });
    }

    /**
     * Gives several registrations another standing. Whoever is represented keeps theirs.
     *
     * @return how many had another one before
     */
    public int changeAll(EventId event, Collection<RegistrationId> ids, RegistrationStatus status, String by) {
        RegistrationEdit edit = RegistrationEdit.ofStatus(status);
        return changeEach(event, ids, registration -> edit, by, (id, before) -> {});
    }

    /**
     * Changes several registrations, a few in a transaction. Whoever is represented keeps their standing. Nothing is
     * changed where one of them does not exist or a value does not fit; what else stops it leaves the first ones
     * changed, and the same can be asked again.
     *
     * @param back takes what puts standing and category back, for each that was changed
     * @return how many were changed
     * @throws Rejected where one of them does not exist, or a value does not fit
     */
    public int changeEach(
            EventId event,
            Map<RegistrationId, RegistrationEdit> edits,
            String by,
            BiConsumer<RegistrationId, RegistrationEdit> back) {
        return changeEach(event, edits.keySet(), registration -> edits.get(registration.id()), by, back);
    }

    /** Changes several registrations as above, each as it stands. */
    public int changeAll(
            EventId event, Collection<RegistrationId> ids, Function<Registration, RegistrationEdit> edit, String by) {
        return changeEach(event, ids, edit, by, (id, before) -> {});
    }

    private int changeEach(
            EventId event,
            Collection<RegistrationId> ids,
            Function<Registration, RegistrationEdit> edits,
            String by,
            BiConsumer<RegistrationId, RegistrationEdit> back) {
        store.read(handle -> {
            RegistrationRules rules = RegistrationRules.foreseeing(event, document(handle, event));
            new LinkedHashSet<>(ids).forEach(id -> {
                Registration before = found(handle, event, id);
                RegistrationFields fields = edits.apply(before).over(before.particulars());
                if (!isRepresented(before) && !fields.equals(before.particulars())) {
                    refuseWhereMerged(handle, event, id);
                    rules.check(handle, event, Optional.of(before.particulars()), fields);
                }
            });
            return event;
        });
        BiFunction<Transaction, List<RegistrationId>, List<Registration>> step = (transaction, some) -> {
            AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
            List<Registration> changed = new ArrayList<>();
            for (RegistrationId id : some) {
                Registration before = found(transaction.handle(), event, id);
                RegistrationEdit edit = edits.apply(before);
                if (!isRepresented(before)
                        && changed(transaction, event, before, edit, by, trail).version() != before.version()) {
                    changed.add(before);
                }
            }
            return changed;
        };
        return new BulkSteps(store)
                .run(
                        event,
                        ids,
                        step,
                        before -> back.accept(before.id(), RegistrationEdit.backTo(before.particulars())));
    }

    private Registration changed(
            Transaction transaction,
            EventId event,
            Registration before,
            RegistrationEdit edit,
            String by,
            AuditTrail trail) {
        Handle handle = transaction.handle();
        RegistrationFields fields = edit.over(before.particulars());
        if (fields.equals(before.particulars())) {
            return before;
        }
        refuseWhereMerged(handle, event, before.id());
        RegistrationRules.of(document(handle, event)).check(handle, event, Optional.of(before.particulars()), fields);
        issuer.changeByHand(transaction, event, before, fields);
        note(handle, event, before.id(), by, PastChange.Kind.CORRECTED, before.particulars());
        boolean withdrawn = before.particulars().details().accessConsent()
                && !fields.details().accessConsent();
        if (withdrawn) {
            AccessConsents.withdraw(handle, event, before.id());
        }
        trail.add(transaction, before.id().toString(), clock.instant());
        return found(handle, event, before.id());
    }

    /** Gives a registration a new ticket code; the old one is refused from now on. */
    public Registration reissueTicket(EventId event, RegistrationId id, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.TICKET_CODE_REISSUED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration registration = found(handle, event, id);
            issuer.reissueTicket(transaction, event, registration);
            note(handle, event, id, by, PastChange.Kind.CODE_REISSUED, null);
            trail.add(transaction, id.toString(), clock.instant());
            return registration;
        });
    }

    /**
     * Somebody else comes instead: a new registration takes over category, programmes, days and seats, and
     * the old one is represented.
     *
     * @return the new one
     * @throws Rejected where the old one has no place to give away, was merged into another one, or was at a door
     *     already
     */
    public Registration substitute(EventId event, RegistrationId id, Attendee attendee, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_SUBSTITUTED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration old = found(handle, event, id);
            refuseWhereMerged(handle, event, id);
            RegistrationStatus status = old.particulars().status();
            if (status != RegistrationStatus.CONFIRMED && status != RegistrationStatus.WAITLISTED) {
                throw conflict(
                        new Wording(
                                "Diese Anmeldung hat keinen Platz, den jemand übernehmen könnte.",
                                "This registration has no place that somebody could take over."),
                        new Wording("Bitte die Person neu anmelden.", "Register the person anew."));
            }
            refuseWhereKnown(handle, event, id);
            RegistrationRules.checkNamed(attendee);
            issuer.changeByHand(transaction, event, old, old.particulars().withStatus(RegistrationStatus.REPRESENTED));
            note(handle, event, id, by, PastChange.Kind.SUBSTITUTED, old.particulars());
            RegistrationFields fields = RegistrationEdit.ofAttendee(attendee)
                    .over(old.particulars())
                    .withDetails(old.particulars().details().ofPlace());
            RegistrationId heir = issuer.enrol(transaction, event, key(attendee), fields);
            RegistrationTable.represent(handle, event, heir, id);
            note(handle, event, heir, by, PastChange.Kind.SUBSTITUTED, null);
            trail.add(transaction, id.toString(), clock.instant());
            trail.add(transaction, heir.toString(), clock.instant());
            return found(handle, event, heir);
        });
    }

    /** Whose place a registration took over. */
    public Optional<RegistrationId> represented(EventId event, RegistrationId heir) {
        return store.read(handle -> RegistrationTable.represented(handle, event, heir));
    }

    /**
     * The one who was represented comes after all: the other registration is gone, as if it had never been.
     *
     * @param heir the registration that took over the place
     * @return the one that was represented
     * @throws Rejected where it represents nobody, is represented in turn, or was at a door already
     */
    public Registration undoSubstitution(EventId event, RegistrationId heir, String by) {
        AuditTrail deleted = AuditTrail.of(AuditAction.REGISTRATION_DELETED, event.text());
        AuditTrail changed = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration heirs = found(handle, event, heir);
            RegistrationId id = RegistrationTable.represented(handle, event, heir)
                    .orElseThrow(() -> conflict(
                            new Wording("Diese Anmeldung vertritt niemanden.", "This registration represents nobody."),
                            RejectionReason.CONFLICT.remedy()));
            refuseWhereRepresented(heirs);
            refuseWhereKnown(handle, event, heir);
            Registration old = found(handle, event, id);
            RegistrationStatus status = EndedSubstitutions.statusBefore(handle, event, id);
            issuer.remove(transaction, event, heir);
            issuer.changeByHand(transaction, event, old, old.particulars().withStatus(status));
            note(handle, event, id, by, PastChange.Kind.SUBSTITUTION_UNDONE, old.particulars());
            deleted.add(transaction, heir.toString(), clock.instant());
            changed.add(transaction, id.toString(), clock.instant());
            return found(handle, event, id);
        });
    }

    /**
     * Deletes a registration with its codes and its history.
     *
     * @throws Rejected where it was at a door or a desk or was merged into another one, or somebody would stay
     *     represented by nobody
     */
    public void delete(EventId event, RegistrationId id) {
        deleteAll(event, Set.of(id));
    }

    /**
     * Deletes several registrations as above, a few in a transaction; none where one of them may not be deleted. What
     * else stops it leaves the first ones deleted.
     *
     * @return how many
     */
    public int deleteAll(EventId event, Collection<RegistrationId> ids) {
        store.read(handle -> {
            ids.forEach(id -> checkDeletable(handle, event, id));
            return event;
        });
        BiFunction<Transaction, List<RegistrationId>, List<RegistrationId>> step = (transaction, some) -> {
            AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_DELETED, event.text());
            some.forEach(id -> delete(transaction, event, id, trail));
            return some;
        };
        return new BulkSteps(store).run(event, ids, step, id -> {});
    }

    private void delete(Transaction transaction, EventId event, RegistrationId id, AuditTrail trail) {
        checkDeletable(transaction.handle(), event, id);
        issuer.remove(transaction, event, id);
        trail.add(transaction, id.toString(), clock.instant());
    }

    private void checkDeletable(Handle handle, EventId event, RegistrationId id) {
        found(handle, event, id);
        refuseWhereMerged(handle, event, id);
        refuseWhereKnown(handle, event, id);
        refuseWhereRepresenting(handle, event, id);
    }

    private static boolean isRepresented(Registration registration) {
        return registration.particulars().status() == RegistrationStatus.REPRESENTED;
    }

    /** Its codes lead to the one that remained: nothing that happens to it would reach a door. */
    private static void refuseWhereMerged(Handle handle, EventId event, RegistrationId id) {
        if (!RegistrationErasures.remaining(handle, event, id).equals(id)) {
            throw conflict(
                    new Wording(
                            "Diese Anmeldung ist mit einer anderen zusammengeführt.",
                            "This registration is merged into another one."),
                    new Wording("Bitte zuerst wieder trennen.", "Split them first."));
        }
    }

    private static void refuseWhereRepresented(Registration heir) {
        if (isRepresented(heir)) {
            throw conflict(
                    new Wording("Diese Person wird selbst vertreten.", "This person is represented in turn."),
                    new Wording("Bitte jene Vertretung zuerst aufheben.", "Undo that substitution first."));
        }
    }

    /** Without the heir nobody could give the place back to whoever is represented. */
    private static void refuseWhereRepresenting(Handle handle, EventId event, RegistrationId id) {
        boolean representing = RegistrationTable.represented(handle, event, id)
                .flatMap(other -> RegistrationTable.find(handle, event, other))
                .filter(RegistrationChangeService::isRepresented)
                .isPresent();
        if (representing) {
            throw conflict(
                    new Wording("Diese Person vertritt jemanden.", "This person represents somebody."),
                    new Wording("Bitte die Vertretung zurücknehmen.", "Undo the substitution instead."));
        }
    }

    private void refuseWhereKnown(Handle handle, EventId event, RegistrationId id) {
        if (doorHistory.isKnown(handle, event, id)) {
            throw conflict(
                    new Wording(
                            "Diese Person war schon an einer Tür oder einem Counter.",
                            "This person has been at a door or a desk already."),
                    new Wording("Bitte die Anmeldung stattdessen stornieren.", "Cancel the registration instead."));
        }
    }

    private void note(
            Handle handle,
            EventId event,
            RegistrationId id,
            String by,
            PastChange.Kind kind,
            @Nullable RegistrationFields before) {
        ChangeHistoryTable.add(handle, event, id, new PastChange(clock.instant(), by, kind, before));
    }

    private <T> T written(EventId event, Function<Transaction, T> work) {
        return store.writeAlone(WriteKey.of(event), work::apply)
                .toCompletableFuture()
                .join();
    }

    private static Registration found(Handle handle, EventId event, RegistrationId id) {
        EventTable.checkKnown(handle, event);
        return RegistrationTable.find(handle, event, id)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static ImportKey key(Attendee attendee) {
        String text = RowKey.fingerprint(attendee).text();
        return new ImportKey(ImportKey.Kind.FINGERPRINT, text.substring(text.indexOf(':') + 1));
    }

    private static Rejected conflict(Wording sentence, Wording remedy) {
        return Rejected.because(RejectionReason.CONFLICT).saying(sentence, remedy);
    }
}
