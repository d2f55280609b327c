package org.einlass.server.admission;

import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EntryId;

/**
 * What follows from the facts about one person.
 *
 * @param withdrawn scans whose admission does not count: refused, undone, overridden or without proof
 */
record Findings(
        Map<Stay.Key, Stay> stays,
        Map<Standing.Key, Standing> standings,
        List<Conflict> conflicts,
        List<EntryId> withdrawn) {}
