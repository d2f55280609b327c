package org.einlass.server.presence;

import java.util.Comparator;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;

/**
 * One person went through one door.
 *
 * @param at UTC milliseconds, corrected
 * @param scan the scan it began with
 * @param entry the entry that shows it
 */
record Passage(long at, EntryId scan, DoorId door, Phase phase, EntryId entry) implements Comparable<Passage> {
    private static final Comparator<Passage> ORDER =
            Comparator.comparingLong(Passage::at).thenComparing(Passage::scan);

    @Override
    public int compareTo(Passage other) {
        return ORDER.compare(this, other);
    }
}
