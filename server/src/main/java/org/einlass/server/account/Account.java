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
 * @param person who signed in by name; absent for devices and for tokens without a person
 * @param token id of the token of a program; empty for devices and people
 * @param device the device that holds the token; absent for people
 * @param doors where the device may scan; empty for all doors
 * @param standing how far the device is trusted; {@code ENROLLED} for people
 * @param enrolment which enrolment of the device the token is of, from 1; 0 for people
 */
public record Account(
        Role role,
        @Nullable EventId event,
        @Nullable PersonId person,
        String token,
        @Nullable DeviceId device,
        Set<DoorId> doors,
        DeviceTrust standing,
        long enrolment) {

    public Account {
        doors = Set.copyOf(doors);
    }

    /** An account of a program, or of whoever has the token of the first start. */
    static Account of(Role role, @Nullable EventId event, String token) {
        return new Account(role, event, null, token, null, Set.of(), DeviceTrust.ENROLLED, 0);
    }

    /** The same beside all events: a program's token of one event opens nothing there. */
    Account besideEvents() {
        boolean bound = device == null && event != null;
        return bound ? new Account(Role.PERSON, event, null, token, null, doors, standing, enrolment) : this;
    }

    /**
     * Somebody who signed in, as that one stands in the event whose id may be {@code event}, or beside all
     * events where that is empty. Desk and door staff act by their devices; beside them they may do no more
     * than anybody signed in.
     */
    static Account of(Person person, String event) {
        Role role = person.roleIn(event).orElse(Role.PERSON);
        boolean plans = role == Role.ORGANISER || role == Role.AUDITOR;
        return new Account(plans ? role : Role.PERSON, null, person.id(), "", null, Set.of(), DeviceTrust.ENROLLED, 0);
    }

    /** Whether its device may scan at {@code door}: it is assigned to it, or to none in particular. */
    public boolean mayScanAt(DoorId door) {
        return doors.isEmpty() || doors.contains(door);
    }

    /** Whether this account has anything to do with the event whose id may be {@code text}. */
    public boolean mayTouch(String text) {
        return event == null || event.text().equals(text);
    }

    /**
     * Whether it may use what is open to {@code role}; whoever signed in by name may use what is a person's
     * own, and no program may.
     */
    public boolean isIn(String role) {
        return Role.PERSON.name().equals(role)
                ? person != null
                : this.role.name().equals(role);
    }

    /** What stands in the audit trail: no name of a person. */
    public String name() {
        if (device != null) {
            return "device:" + event + "/" + device;
        }
        return person == null ? "token:" + token : person.author();
    }
}
