package org.einlass.kiosk.gate;

import java.time.Instant;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.RegistrationId;

/**
 * The passages of one registration that a device looks for in its journal.
 *
 * @param codes all codes that lead to the registration, also replaced ones
 * @param since earlier passages are left out
 * @param phase passages of another phase are left out: practice never counts
 */
public record PassageQuery(RegistrationId registration, Set<LookupId> codes, DoorId door, Instant since, Phase phase) {

    public PassageQuery {
        codes = Set.copyOf(codes);
    }
}
