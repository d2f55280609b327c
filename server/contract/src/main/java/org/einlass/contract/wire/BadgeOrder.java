package org.einlass.contract.wire;

import java.util.List;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;

/**
 * All that a badge shows. Lives in memory for as long as the badge is being printed.
 *
 * @param code the badge code that the badge bears; a secret
 * @param printed whether a print of this badge was reported already, so that it is not printed by itself
 *     again
 */
public record BadgeOrder(
        RegistrationId registration,
        Attendee attendee,
        CategoryId category,
        List<ProgrammeId> programmes,
        String code,
        boolean printed) {

    public BadgeOrder {
        programmes = List.copyOf(programmes);
    }

    /** Without name and code. */
    @Override
    public String toString() {
        return "badge of registration " + registration;
    }
}
