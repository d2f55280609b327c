package org.einlass.server.registration.imports.list;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;

/** The words that mean the same at every event: status, sector, federal state. */
final class BuiltInAliases {

    private BuiltInAliases() {}

    /** What a list may say of a registration; that somebody is represented is said at the desk, not by a list. */
    static ValueAliases<RegistrationStatus> statuses() {
        return new ValueAliases<>(
                        List.of(
                                RegistrationStatus.CONFIRMED,
                                RegistrationStatus.WAITLISTED,
                                RegistrationStatus.CANCELLED,
                                RegistrationStatus.BLOCKED),
                        BuiltInAliases::words,
                        RegistrationStatus::name)
                .addAlike("confirmed", "angemeldet", "registriert", "zugesagt", "registered", "approved", "ja", "yes")
                .addAlike("waitlisted", "waiting list", "waitlist", "auf Warteliste", "wartend")
                .addAlike("cancelled", "canceled", "abgesagt", "abgemeldet", "Absage", "storno", "declined");
    }

    static ValueAliases<Sector> sectors() {
        return new ValueAliases<>(List.of(Sector.values()), Sector::words, Sector::name)
                .addAlike("Bund", "Bundesverwaltung", "Bundesbehörde", "federal government")
                .addAlike("Land", "Landesverwaltung", "Landesbehörde", "state government")
                .addAlike("Kommune", "Kommunal", "Kommunen", "Kommunalverwaltung", "municipality", "local government")
                .addAlike("Wirtschaft", "Unternehmen", "industry", "company")
                .addAlike("Wissenschaft", "Hochschule", "Forschung", "academia", "research")
                .addAlike("Sonstige", "Sonstiges", "Andere");
    }

    /** The German states by name, and by the letters of ISO 3166-2:DE. */
    static ValueAliases<FederalState> federalStates() {
        return new ValueAliases<>(List.of(FederalState.values()), FederalState::words, FederalState::name);
    }

    private static Wording words(RegistrationStatus status) {
        return switch (status) {
            case CONFIRMED -> new Wording("bestätigt", "confirmed");
            case WAITLISTED -> new Wording("Warteliste", "waitlisted");
            case CANCELLED -> new Wording("storniert", "cancelled");
            case BLOCKED -> new Wording("gesperrt", "blocked");
            case REPRESENTED -> new Wording("vertreten", "represented");
        };
    }
}
