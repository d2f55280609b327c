package org.einlass.server.registration.imports;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.registration.ListedKeys;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Takes an import back as a whole, or not at all: whom it added is removed, whom it changed is as before, the
 * codes that it linked lead nowhere, and lists know people by what they did before. That ends with the first of
 * its people at a door, and with the next change of any of them. What an import left that did not come to its
 * end is taken back without being asked.
 */
public final class ImportUndo {
    private static final System.Logger LOG = System.getLogger(ImportUndo.class.getName());

    private final Store store;
    private final RegistrationIssuer registrationIssuer;
    private final DoorHistory doorHistory;
    private final Clock clock;

    /** Ids of imports that come in or are taken back by a thread of this server. */
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    public ImportUndo(Store store, RegistrationIssuer registrationIssuer, DoorHistory doorHistory, Clock clock) {
        this.store = store;
        this.registrationIssuer = registrationIssuer;
        this.doorHistory = doorHistory;
        this.clock = clock;
    }

    /** The imports of an event, the newest first. @throws Rejected where there is no such event */
    public List<PastImport> imports(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return ImportTable.list(handle, event);
        });
    }

    /**
     * Undoes an import; again, or while it is just being undone, changes nothing.
     *
     * @throws Rejected where there is no such import, it can be undone no more, or a list of the event is coming
     *     in or being taken back
     */
    public void undo(EventId event, String id) {
        if (!store.read(handle -> isUndoable(handle, event, id))) {
            return;
        }
        try {
            takeBack(event, id, (handle, undone) -> withdraw(handle, undone, id));
        } catch (RuntimeException failed) {
            store.read(handle -> isUndoable(handle, event, id));
            throw failed;
        }
    }

    /** False where it was taken back, or just is. */
    private boolean isUndoable(Handle handle, EventId event, String id) {
        if (!ImportTable.exists(handle, event, id)) {
            throw Rejected.because(RejectionReason.UNKNOWN_IMPORT);
        }
        Optional<PastImport.State> state = ImportStates.state(handle, event, id);
        if (state.isEmpty() || ImportStates.isGoing(handle, event, id)) {
            return false;
        }
        ImportStates.refuseBeside(handle, event);
        ImportTable.left(handle, event, id, Integer.MAX_VALUE).forEach(left -> check(handle, event, left));
        return true;
    }

    private boolean withdraw(Handle handle, EventId event, String id) {
        boolean begins = ImportStates.withdraw(handle, event, id);
        if (begins) {
            ImportTable.left(handle, event, id, SliceSize.FIRST).forEach(left -> check(handle, event, left));
        }
        return begins;
    }

    /** Takes back what is left of an import that did not come to its end; without one, nothing. */
    void cutOff(EventId event, String id) {
        takeBack(event, id, (handle, undone) -> ImportStates.cutOff(handle, undone, id));
    }

    /**
     * Takes back what is left of imports that were begun, as far as no thread of this server works on them. One
     * that cannot be taken back does not hold up the others.
     *
     * @param abandoned whether nobody else works on an import either
     */
    public void takeBackAbandoned(Predicate<OpenImport> abandoned) {
        List<OpenImport> open = store.read(ImportStates::open);
        open.stream()
                .filter(one -> !atWork.contains(one.id()))
                .filter(abandoned)
                .forEach(this::takeBackAbandoned);
    }

    private void takeBackAbandoned(OpenImport one) {
        try {
            takeBack(one.event(), one.id(), (handle, event) -> ImportStates.cutOff(handle, one));
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "Import {0} of {1} was cut off and is not taken back yet: {2}",
                    one.id(),
                    one.event().text(),
                    failed.getMessage());
        }
    }

    /** Does something to an import, which nobody takes for abandoned meanwhile. */
    <T> T working(String id, Supplier<T> work) {
        boolean first = atWork.add(id);
        try {
            return work.get();
        } finally {
            if (first) {
                atWork.remove(id);
            }
        }
    }

    /** How an import comes to be taken back. */
    @FunctionalInterface
    private interface Begin {
        /** @return whether that had not begun before */
        boolean of(Handle handle, EventId event);
    }

    /**
     * Slice by slice, so that the doors are served between two of them. Who comes to a door while that lasts
     * stays, and is counted.
     */
    private void takeBack(EventId event, String id, Begin begin) {
        AuditTrail trail = AuditTrail.of(AuditAction.IMPORT_UNDONE, event.text());
        SliceSize size = new SliceSize();
        working(id, () -> {
            boolean more;
            do {
                int most = size.rows();
                more = store.writeAlone(WriteKey.of(event), transaction -> {
                            long start = System.nanoTime();
                            boolean left = slice(transaction, event, id, begin, trail, most);
                            size.took(most, System.nanoTime() - start, store.askedWithin(SliceSize.GUESTS_COME));
                            return left;
                        })
                        .toCompletableFuture()
                        .join();
            } while (more);
            return id;
        });
    }

    /** @return whether something is left */
    private boolean slice(Transaction transaction, EventId event, String id, Begin begin, AuditTrail trail, int most) {
        Handle handle = transaction.handle();
        Instant now = clock.instant();
        if (begin.of(handle, event)) {
            trail.add(transaction, id, now);
        }
        if (!ImportStates.isGoing(handle, event, id)) {
            return false;
        }
        List<ImportTable.Left> left = ImportTable.left(handle, event, id, most);
        List<ImportTable.Row> free = left.stream()
                .filter(one -> isFree(handle, event, one))
                .map(ImportTable.Left::row)
                .toList();
        free.forEach(row -> undo(transaction, event, row));
        List<RegistrationId> people =
                left.stream().map(one -> one.row().registration()).toList();
        ImportTable.takenBack(handle, event, id, people);
        ImportStates.going(handle, event, id, left.size() - free.size(), now);
        if (left.size() < most) {
            ImportTable.clear(handle, event, id);
            ImportStates.gone(handle, event, id, now);
            return false;
        }
        return true;
    }

    private boolean isFree(Handle handle, EventId event, ImportTable.Left left) {
        return !left.changed() && !doorHistory.isKnown(handle, event, left.row().registration());
    }

    private void check(Handle handle, EventId event, ImportTable.Left left) {
        if (doorHistory.isKnown(handle, event, left.row().registration())) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Jemand aus diesem Import war schon an einer Tür oder einem Counter.",
                                    "Somebody of this import has been at a door or a desk already."),
                            new Wording(
                                    "Bitte einzelne Personen absagen, statt den Import zurückzunehmen.",
                                    "Cancel single people instead of undoing the import."));
        }
        if (left.changed()) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Jemand aus diesem Import wurde danach noch geändert.",
                                    "Somebody of this import was changed afterwards."),
                            new Wording(
                                    "Bitte zuerst die späteren Importe zurücknehmen oder die Personen einzeln ändern.",
                                    "Undo the later imports first, or change the people one by one."));
        }
    }

    private void undo(Transaction transaction, EventId event, ImportTable.Row row) {
        takeBackCode(transaction, event, row);
        if (row.effect() == ImportTable.Effect.ADDED) {
            registrationIssuer.remove(transaction, event, row.registration());
            return;
        }
        Handle handle = transaction.handle();
        if (row.keys() != null) {
            ListedKeys.restore(handle, event, row.registration(), row.keys());
        }
        RegistrationFields before = row.before();
        if (before != null) {
            Registration now =
                    RegistrationTable.find(handle, event, row.registration()).orElseThrow();
            registrationIssuer.changeByList(transaction, event, now, before);
            ImportTable.asBefore(handle, event, row);
        }
    }

    /** It leads where it did before the import, or nowhere where that registration was deleted since. */
    private void takeBackCode(Transaction transaction, EventId event, ImportTable.Row row) {
        String code = row.linked();
        if (code == null) {
            return;
        }
        Optional<RegistrationId> owner = Optional.ofNullable(row.takenFrom())
                .filter(id ->
                        RegistrationTable.find(transaction.handle(), event, id).isPresent());
        owner.ifPresentOrElse(
                id -> registrationIssuer.move(transaction, event, new LookupId(code), row.registration(), id),
                () -> registrationIssuer.unlink(transaction, event, row.registration(), code));
    }
}
