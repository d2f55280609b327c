package org.einlass.server.registration;

import java.time.LocalDate;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of a registration: the person, the standing, and what it gives a right to.
 *
 * @param federalState empty where nobody said
 * @param days none means every day
 */
public record Particulars(
        RegistrationStatus status,
        Attendee attendee,
        CategoryId category,
        @Nullable Sector sector,
        String federalState,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days) {

    public Particulars {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(days);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return status + " registration of category " + category;
    }
}
