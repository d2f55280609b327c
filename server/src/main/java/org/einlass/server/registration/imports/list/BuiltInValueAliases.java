package org.einlass.server.registration.imports.list;

import java.util.List;
import org.einlass.contract.registration.Sector;

/** The words that mean the same at every event: sector, federal state. */
final class BuiltInValueAliases {

    private BuiltInValueAliases() {}

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
}
