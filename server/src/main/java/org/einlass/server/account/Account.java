package org.einlass.server.account;

import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds a valid token.
 *
 * @param event the only event it may touch; absent for organisers and auditors of this server
 * @param device the device that holds the token; absent for people
 * @param doors where the device may scan; empty for all doors
 * @param standing how far the device is trusted; {@code ENROLLED} for people
 * @param enrolment which enrolment of the device the token is of, from 1; 0 for people
 */
public record Account(
        Role role,
        @Nullable EventId event,
        @Nullable DeviceId device,
        Set<DoorId> doors,
        DeviceTrust standing,
        long enrolment) {

    public Account {
        doors = Set.copyOf(doors);
    }

    /** An account of a person or a program. */
    static Account of(Role role) {
        return new Account(role, null, null, Set.of(), DeviceTrust.ENROLLED, 0);
    }

    /** Whether its device may scan at {@code door}: it is assigned to it, or to none in particular. */
    public boolean mayScanAt(DoorId door) {
        return doors.isEmpty() || doors.contains(door);
    }

    /** Whether this account has anything to do with the event whose id may be {@code text}. */
    public boolean mayTouch(String text) {
        return event == null || event.text().equals(text);
    }

    /** What stands in audit rows: no name of a person. */
    public String name() {
        return device == null ? role.name() : event + "/" + device;
    }
}
