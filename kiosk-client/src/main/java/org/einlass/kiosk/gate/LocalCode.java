package org.einlass.kiosk.gate;

import java.util.List;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * A code that this desk made, and what it leads to, without a word of whom it belongs to.
 *
 * @param maker the journal entry that made it; undone, it counts no more
 * @param represents the registration whose place was taken over
 * @param replaces the codes that it replaces
 */
public record LocalCode(
        LookupId code,
        RegistrationId registration,
        Entitlement entitlement,
        EntryId maker,
        Phase phase,
        @Nullable RegistrationId represents,
        List<LookupId> replaces) {

    public LocalCode {
        replaces = List.copyOf(replaces);
    }

    /** Whether this counts in {@code now}: practice counts while it is practised only. */
    boolean countsIn(Phase now) {
        return phase != Phase.REHEARSAL || now == Phase.REHEARSAL;
    }
}
