package org.einlass.server.journal;

import java.util.Comparator;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;

/**
 * A reported journal entry with its corrected time.
 *
 * @param at UTC milliseconds, corrected; ties go by id
 * @param genuine false where the entry's proof shows that its writer never saw the code
 */
public record Fact(long at, boolean genuine, JournalEntry entry) implements Comparable<Fact> {
    private static final Comparator<Fact> ORDER =
            Comparator.comparingLong(Fact::at).thenComparing(Fact::id);

    public EntryId id() {
        return entry.head().id();
    }

    public Phase phase() {
        return entry.head().phase();
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
