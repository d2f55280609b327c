package org.einlass.server.presence;

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
record DerivedState(
        Map<AreaPresence.Key, AreaPresence> stays,
        Map<UsageState.Key, UsageState> standings,
        List<Conflict> conflicts,
        List<EntryId> withdrawn,
        @Nullable DeskEdits dossier) {

    DerivedState(
            Map<AreaPresence.Key, AreaPresence> stays,
            Map<UsageState.Key, UsageState> standings,
            List<Conflict> conflicts,
            List<EntryId> withdrawn) {
        this(stays, standings, conflicts, withdrawn, null);
    }

    /** The same with what desks wrote, and what there is to clarify about it. */
    DerivedState with(DeskEdits written) {
        List<Conflict> all = new ArrayList<>(conflicts);
        all.addAll(written.conflicts());
        return new DerivedState(stays, standings, all, withdrawn, written);
    }
}
