package org.einlass.kiosk.gate;

import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;

/** What a desk looks up in its own journal. From any thread. */
public interface DeskMemory {

    /**
     * The entry of this id, where this device made it.
     *
     * @throws JournalException where the journal cannot be read
     */
    Optional<JournalEntry> find(EntryId entry);

    /**
     * Whether this device has taken the entry back, and has not taken that back again.
     *
     * @throws JournalException where the journal cannot be read
     */
    boolean isUndone(EntryId entry);
}
