package org.einlass.server.registration.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Takes an import back as a whole, or not at all: whom it added is removed, whom it changed is as before, the
 * codes that it linked lead nowhere. That ends with the first of its people at a door, and with the next
 * change of any of them. What an import left that did not come to its end is taken back without being asked.
 */
public final class ImportUndo {
    private final Store store;
    private final RegistrationIssuer registrationIssuer;
    private final DoorHistory doorHistory;
    private final Clock clock;

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
     * Undoes an import; again changes nothing.
     *
     * @throws Rejected where there is no such import, or it can be undone no more
     */
    public void undo(EventId event, String id) {
        if (store.read(handle -> stands(handle, event, id))) {
            takeBack(event, id, PastImport.State.WITHDRAWN);
        }
    }

    /** Whether there is something to take back; all of it can be. */
    private boolean stands(Handle handle, EventId event, String id) {
        if (!ImportTable.exists(handle, event, id)) {
            throw Rejected.because(RejectionReason.UNKNOWN_IMPORT);
        }
        Optional<PastImport.State> state = ImportTable.state(handle, event, id);
        Optional<RunningImport> running =
                state.filter(PastImport.State.RUNNING::equals).flatMap(same -> ImportTable.running(handle, event));
        if (running.isPresent()) {
            throw running.get().refusal();
        }
        if (state.filter(PastImport.State.DONE::equals).isPresent()) {
            ImportTable.rows(handle, event, id, Integer.MAX_VALUE).forEach(row -> check(handle, event, row));
        }
        return state.isPresent();
    }

    /** Takes back what is left of an import that did not come to its end; without one, nothing. */
    void cutOff(EventId event, String id) {
        if (store.read(handle -> ImportTable.state(handle, event, id)).isPresent()) {
            takeBack(event, id, PastImport.State.CUT_OFF);
        }
    }

    /** Takes back what is left of all imports that were neither done nor worked on {@code since} then. */
    public void takeBackAbandoned(Instant since) {
        store.read(handle -> ImportTable.abandoned(handle, since)).forEach(one -> cutOff(one.event(), one.id()));
    }

    /**
     * Slice by slice, so that the doors are served between two of them. Who comes to a door while that lasts
     * stays, and is counted.
     */
    private void takeBack(EventId event, String id, PastImport.State state) {
        AuditTrail trail = AuditTrail.of(AuditAction.IMPORT_UNDONE, event.text());
        SliceSize size = new SliceSize();
        boolean more;
        do {
            int most = size.rows();
            more = store.writeAlone(WriteKey.of(event), transaction -> {
                        long start = System.nanoTime();
                        boolean left = slice(transaction, event, id, state, trail, most);
                        size.took(most, System.nanoTime() - start);
                        return left;
                    })
                    .toCompletableFuture()
                    .join();
        } while (more);
    }

    /** @return whether something is left */
    private boolean slice(
            Transaction transaction, EventId event, String id, PastImport.State state, AuditTrail trail, int most) {
        Handle handle = transaction.handle();
        Instant now = clock.instant();
        boolean begins = ImportTable.withdraw(handle, event, id, state, now);
        List<ImportTable.Row> rows = ImportTable.rows(handle, event, id, most);
        if (begins) {
            trail.add(transaction, id, now);
        }
        if (begins && state == PastImport.State.WITHDRAWN) {
            rows.forEach(row -> check(handle, event, row));
        }
        List<ImportTable.Row> free =
                rows.stream().filter(row -> isFree(handle, event, row)).toList();
        free.forEach(row -> undo(transaction, event, row));
        List<RegistrationId> people =
                rows.stream().map(ImportTable.Row::registration).toList();
        ImportTable.takenBack(handle, event, id, people, rows.size() - free.size(), now);
        if (rows.size() < most) {
            ImportTable.end(handle, event, id, now);
            return false;
        }
        return true;
    }

    private boolean isFree(Handle handle, EventId event, ImportTable.Row row) {
        return !doorHistory.isKnown(handle, event, row.registration())
                && RegistrationTable.version(handle, event, row.registration()) == row.version();
    }

    private void check(Handle handle, EventId event, ImportTable.Row row) {
        if (doorHistory.isKnown(handle, event, row.registration())) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Jemand aus diesem Import war schon an einer Tür oder einem Counter.",
                                    "Somebody of this import has been at a door or a desk already."),
                            new Wording(
                                    "Bitte einzelne Personen absagen, statt den Import zurückzunehmen.",
                                    "Cancel single people instead of undoing the import."));
        }
        if (!isFree(handle, event, row)) {
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
        RegistrationId takenFrom = row.takenFrom();
        if (takenFrom != null && row.linked() != null) {
            registrationIssuer.move(transaction, event, new LookupId(row.linked()), row.registration(), takenFrom);
        }
        if (row.effect() == ImportTable.Effect.ADDED) {
            registrationIssuer.remove(transaction, event, row.registration());
            return;
        }
        if (row.linked() != null && takenFrom == null) {
            registrationIssuer.unlink(transaction, event, row.registration(), row.linked());
        }
        RegistrationFields before = row.before();
        if (before != null) {
            Registration now = RegistrationTable.find(transaction.handle(), event, row.registration())
                    .orElseThrow();
            registrationIssuer.changeByList(transaction, event, now, before);
        }
    }
}
