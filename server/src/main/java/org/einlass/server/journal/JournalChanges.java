package org.einlass.server.journal;

import java.util.List;
import java.util.Set;
import org.einlass.contract.id.DeviceId;

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

    public boolean isEmpty() {
        return recorded.isEmpty() && devices.isEmpty();
    }
}
