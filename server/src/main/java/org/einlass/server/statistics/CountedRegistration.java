package org.einlass.server.statistics;

import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Sector;
import org.jspecify.annotations.Nullable;

/**
 * A registration as statistics see it: no name.
 *
 * @param id of the registration
 * @param confirmed whether it was expected; who came without that is counted all the same
 * @param sector absent where nobody said
 */
public record CountedRegistration(
        String id,
        boolean confirmed,
        CategoryId category,
        @Nullable Sector sector,
        Set<ProgrammeId> programmes) {

    public CountedRegistration {
        programmes = Set.copyOf(programmes);
    }
}
