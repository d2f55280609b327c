package org.einlass.server.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;

/**
 * What a transaction changed in the journal of one event.
 *
 * @param recorded facts that are new
 * @param devices devices of which older facts have another time now, or count no more
 */
public record JournalChanges(List<RecordedFact> recorded, Set<DeviceId> devices) {

    public JournalChanges {
        recorded = List.copyOf(recorded);
        devices = Set.copyOf(devices);
    }

    /** Older facts of these devices changed, and none is new. */
    public static JournalChanges of(Set<DeviceId> devices) {
        return new JournalChanges(List.of(), devices);
    }

    /** The new entries that say in the table the same as here: a letter lies beside its fact. */
    public Map<EntryId, JournalEntry> asStored() {
        Map<EntryId, JournalEntry> entries = new HashMap<>();
        for (RecordedFact fact : recorded) {
            if (SealedDeskMessages.in(fact.entry()) == null) {
                entries.put(fact.entry().head().id(), fact.entry());
            }
        }
        return entries;
    }

    public boolean isEmpty() {
        return recorded.isEmpty() && devices.isEmpty();
    }
}
