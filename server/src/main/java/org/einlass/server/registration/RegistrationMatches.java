package org.einlass.server.registration;

import java.util.List;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;

/**
 * Some of the registrations that a search found, by family name.
 *
 * @param total how many it found
 */
public record RegistrationMatches(int total, List<Line> lines) {

    public RegistrationMatches {
        lines = List.copyOf(lines);
    }

    /** At most {@code most} of the lines, from the one of that number on. */
    public List<Line> part(int from, int most) {
        int begin = Math.min(Math.max(0, from), lines.size());
        return lines.subList(begin, Math.min(lines.size(), begin + most));
    }

    /**
     * A registration as a line of a table.
     *
     * @param familyName with its particle
     */
    public record Line(
            RegistrationId id,
            RegistrationStatus status,
            CategoryId category,
            String familyName,
            String givenName,
            String organisation) {}
}
