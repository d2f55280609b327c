package org.einlass.server.statistics;

import java.time.LocalDate;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Sector;
import org.jspecify.annotations.Nullable;

/**
 * A registration as statistics see it: no name.
 *
 * @param id of the registration
 * @param confirmed whether it was expected; who came without that is counted all the same
 * @param sector absent where nobody said
 * @param federalState empty where nobody said
 * @param organisation as it was written; may be empty
 * @param days the days it is for; none means every day
 * @param booked the sessions in which it has a seat
 */
public record CountedRegistration(
        String id,
        boolean confirmed,
        CategoryId category,
        @Nullable Sector sector,
        String federalState,
        String organisation,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days,
        Set<SessionId> booked) {

    public CountedRegistration {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(days);
        booked = Set.copyOf(booked);
    }

    /** A registration without seats. */
    public CountedRegistration(
            String id,
            boolean confirmed,
            CategoryId category,
            @Nullable Sector sector,
            String federalState,
            String organisation,
            Set<ProgrammeId> programmes,
            Set<LocalDate> days) {
        this(id, confirmed, category, sector, federalState, organisation, programmes, days, Set.of());
    }
}
