package org.einlass.server.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the facts about one person.
 *
 * @param withdrawn scans whose admission does not count: refused, undone, overridden or without proof
 * @param dossier what desks wrote about the registration; absent where they wrote nothing
 */
record Findings(
        Map<Stay.Key, Stay> stays,
        Map<Standing.Key, Standing> standings,
        List<Conflict> conflicts,
        List<EntryId> withdrawn,
        @Nullable Dossier dossier) {

    Findings(
            Map<Stay.Key, Stay> stays,
            Map<Standing.Key, Standing> standings,
            List<Conflict> conflicts,
            List<EntryId> withdrawn) {
        this(stays, standings, conflicts, withdrawn, null);
    }

    /** The same with what desks wrote, and what there is to clarify about it. */
    Findings with(Dossier written) {
        List<Conflict> all = new ArrayList<>(conflicts);
        all.addAll(written.conflicts());
        return new Findings(stays, standings, all, withdrawn, written);
    }
}
