package org.einlass.server.device;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Accounts;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Assigns the doors of an enrolled device anew; it hears of it with its next heartbeat. Any thread may call it; the
 * stages are completed after the commit, or exceptionally with {@link Rejected}.
 */
public final class DoorAssignmentService {
    private static final int MOST_DOORS = 100;
    private static final Wording NO_DOORS = new Wording(
            "Hier fehlen die Türen; es sind höchstens " + MOST_DOORS + ", jede einmal.",
            "The doors are missing here; there are at most " + MOST_DOORS + ", each of them once.");
    private static final Wording SAY_DOORS = new Wording(
            "Bitte doors angeben; eine leere Liste heißt: alle Türen der Veranstaltung.",
            "Give doors; an empty list means every door of the event.");
    private static final Wording CHANGED =
            new Wording("Jemand hat dieses Gerät inzwischen geändert.", "Somebody has changed this device since.");

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;

    public DoorAssignmentService(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Where it may scan, now and before. */
    public AssignedDoors find(EventId event, DeviceId device) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return found(handle, event, device);
        });
    }

    /**
     * From now on the device may scan at these doors.
     *
     * @param seen the version that whoever changes it saw; null where that plays no part
     */
    public CompletionStage<AssignedDoors> assign(
            EventId event, DeviceId device, AssignedDoors.Change change, @Nullable Long seen) {
        List<DoorId> doors = change.doors();
        if (doors == null || doors.size() > MOST_DOORS || Set.copyOf(doors).size() < doors.size()) {
            throw Rejected.badValue(NO_DOORS, SAY_DOORS, "doors");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.DOORS_ASSIGNED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
                    Handle handle = transaction.handle();
                    EventTable.checkKnown(handle, event);
                    AssignedDoors before = found(handle, event, device);
                    if (seen != null && seen != before.version()) {
                        throw Rejected.because(RejectionReason.CONFLICT)
                                .saying(CHANGED, RejectionReason.CONFLICT.remedy());
                    }
                    if (!DeviceTable.doors(handle, event).containsAll(doors)) {
                        throw Rejected.because(RejectionReason.UNKNOWN_DOOR).at("doors");
                    }
                    if (Set.copyOf(before.doors()).equals(Set.copyOf(doors))) {
                        return before;
                    }
                    DoorAssignmentTable.change(handle, event, device, doors, clock.instant());
                    AssignedDoors after = found(handle, event, device);
                    transaction.changed(event, "device", device.text(), after.version());
                    trail.add(transaction, device.text(), clock.instant());
                    return after;
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    private static AssignedDoors found(Handle handle, EventId event, DeviceId device) {
        long version = DeviceTable.version(handle, event, device)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_DEVICE));
        return new AssignedDoors(
                version,
                DoorAssignmentTable.doors(handle, event, device),
                DoorAssignmentTable.history(handle, event, device));
    }
}
