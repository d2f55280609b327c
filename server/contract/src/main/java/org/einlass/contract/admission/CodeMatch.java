package org.einlass.contract.admission;

/** Whom a code leads to. */
public sealed interface CodeMatch {

    /** A registration with this right, whatever its status. */
    record Registered(Entitlement right) implements CodeMatch {}

    /** A registration whose badge was made again: this code is not to be used any more. */
    record Revoked() implements CodeMatch {}

    /** Nobody, or nobody yet. */
    record Unmatched(CodeOrigin origin) implements CodeMatch {}
}
