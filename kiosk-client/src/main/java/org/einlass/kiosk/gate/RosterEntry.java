package org.einlass.kiosk.gate;

import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says of a code, without a word of whom it belongs to.
 *
 * @param entitlement absent where the code was replaced by another one
 */
public record RosterEntry(
        LookupId code,
        RegistrationId registration,
        long version,
        @Nullable Entitlement entitlement) {

    /** The same code after another one has replaced it. */
    RosterEntry replaced() {
        return new RosterEntry(code, registration, version, null);
    }

    CodeMatch match() {
        return entitlement == null ? new CodeMatch.Revoked() : new CodeMatch.Registered(entitlement);
    }
}
