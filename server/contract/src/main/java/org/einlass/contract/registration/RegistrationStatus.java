package org.einlass.contract.registration;

/** Where a registration stands. */
public enum RegistrationStatus {
    CONFIRMED,
    WAITLISTED,
    CANCELLED,
    BLOCKED,
    /** Somebody else came instead; the substitution is a registration of its own. */
    REPRESENTED
}
