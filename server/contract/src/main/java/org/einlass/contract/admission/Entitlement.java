package org.einlass.contract.admission;

import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.RegistrationStatus;

/** What a registration gives a right to, without a word of whom it belongs to. */
public record Entitlement(RegistrationStatus status, CategoryId category, Set<ProgrammeId> programmes) {

    public Entitlement {
        programmes = Set.copyOf(programmes);
    }
}
