package org.einlass.server.registration.imports;

import java.time.Clock;
import java.util.List;
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
 * change of any of them.
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
        AuditTrail trail = AuditTrail.of(AuditAction.IMPORT_UNDONE, event.text());
        store.writeAlone(WriteKey.of(event), transaction -> {
                    undo(transaction, event, id);
                    trail.add(transaction, id, clock.instant());
                    return id;
                })
                .toCompletableFuture()
                .join();
    }

    private void undo(Transaction transaction, EventId event, String id) {
        Handle handle = transaction.handle();
        boolean undone = ImportTable.isUndone(handle, event, id)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_IMPORT));
        if (undone) {
            return;
        }
        List<ImportTable.Row> rows = ImportTable.rows(handle, event, id).stream()
                .filter(row -> row.effect() != ImportTable.Effect.SAME || row.linked() != null)
                .toList();
        rows.forEach(row -> check(handle, event, row));
        rows.forEach(row -> undo(transaction, event, row));
        ImportTable.end(handle, event, id, clock.instant());
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
        if (RegistrationTable.version(handle, event, row.registration()) != row.version()) {
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
