package org.einlass.server.statistics;

import java.util.List;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;

/**
 * Something in the entries that contradicts itself, as statistics see it.
 *
 * @param id the same for the same conflict, whenever it is derived
 * @param subject the registration it is about, or what stands for one
 * @param entries the entries it is made of
 * @param settled whether somebody clarified it
 * @param rehearsed whether all its entries are of a rehearsal: it does not count
 */
public record CountedConflict(
        String id, ClarificationKind kind, String subject, List<EntryId> entries, boolean settled, boolean rehearsed) {

    public CountedConflict {
        entries = List.copyOf(entries);
    }
}
