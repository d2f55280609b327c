package org.einlass.server.device;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.einlass.contract.id.DoorId;
import org.jspecify.annotations.Nullable;

/**
 * What decides on the entries of a device that reports.
 *
 * @param kind what it is enrolled as
 * @param wipeOrdered when it was ordered to destroy what it holds; absent without an order to its present
 *     enrolment
 * @param everAnywhere whether it might once scan at every door of the event
 * @param doors where it might ever scan by name, now or before; a door may be gone from the event
 */
public record ReportingDevice(
        DeviceKind kind, boolean revoked, @Nullable Instant wipeOrdered, boolean everAnywhere, Set<DoorId> doors) {

    public ReportingDevice {
        doors = Set.copyOf(doors);
    }

    /** @param door empty for every door of the event, null for none */
    static ReportingDevice of(DeviceKind kind, boolean revoked, @Nullable Instant wipeOrdered, @Nullable String door) {
        boolean everywhere = DoorAssignmentTable.EVERY_DOOR.equals(door);
        Set<DoorId> doors = door == null || everywhere ? Set.of() : Set.of(new DoorId(door));
        return new ReportingDevice(kind, revoked, wipeOrdered, everywhere, doors);
    }

    /** The same device with the assignments of both. */
    ReportingDevice and(ReportingDevice other) {
        Set<DoorId> both = new HashSet<>(doors);
        both.addAll(other.doors);
        return new ReportingDevice(kind, revoked, wipeOrdered, everAnywhere || other.everAnywhere, both);
    }

    /** Whether it might ever scan at this door. */
    public boolean wasEverAt(DoorId door) {
        return everAnywhere || doors.contains(door);
    }
}
