package org.einlass.server.registration.imports.status;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.RegistrationStatus;

/**
 * What one field says about whether somebody may come, from no word at all to the word that outweighs every
 * other.
 */
public enum StatusVerdict {
    NONE,
    CONFIRMED,
    WAITLISTED,
    CANCELLED,
    BLOCKED;

    /** As a registration keeps it; nothing said against somebody means confirmed. */
    public RegistrationStatus status() {
        return this == NONE ? RegistrationStatus.CONFIRMED : RegistrationStatus.valueOf(name());
    }

    public StatusVerdict and(StatusVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** As an answer in a request names it. */
    static Optional<StatusVerdict> answered(String option) {
        return Stream.of(CONFIRMED, WAITLISTED, CANCELLED, BLOCKED)
                .filter(one -> one.option().equals(option))
                .findFirst();
    }

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    Wording words() {
        return switch (this) {
            case NONE, CONFIRMED -> new Wording("bestätigt", "confirmed");
            case WAITLISTED -> new Wording("Warteliste", "waitlisted");
            case CANCELLED -> new Wording("storniert", "cancelled");
            case BLOCKED -> new Wording("gesperrt", "blocked");
        };
    }
}
