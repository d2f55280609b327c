package org.einlass.kiosk.gate;

import java.util.Optional;
import java.util.Set;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;

/** The device's copy of what it needs to decide alone. From any thread. */
public interface Roster {

    /** A device that was never given a roster. */
    Roster EMPTY = new Roster() {
        @Override
        public Optional<InstalledRoster> installed() {
            return Optional.empty();
        }

        @Override
        public Optional<RosterEntry> find(LookupId code) {
            return Optional.empty();
        }

        @Override
        public Set<LookupId> codes(RegistrationId registration) {
            return Set.of();
        }

        @Override
        public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
            return Optional.empty();
        }
    };

    /**
     * The server's roster on this device; empty where there is none or where it could not be read. As long as
     * it is empty, a code that {@link #find} does not find may exist all the same.
     */
    Optional<InstalledRoster> installed();

    /** The registration that {@code code} leads to. */
    Optional<RosterEntry> find(LookupId code);

    /** Whether this very device made the code, and the server's roster does not have it yet. */
    default boolean isMadeHere(LookupId code) {
        return false;
    }

    /** All codes that lead to {@code registration}. */
    Set<LookupId> codes(RegistrationId registration);

    /** The version of {@code registration} in this roster; 0 where it knows none. */
    default long version(RegistrationId registration) {
        return codes(registration).stream()
                .flatMap(code -> find(code).stream())
                .mapToLong(RosterEntry::version)
                .max()
                .orElse(0);
    }

    /**
     * The badge of {@code entry}, unsealed by the very code that its bearer has shown; empty where none was
     * sealed.
     */
    Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt);
}
