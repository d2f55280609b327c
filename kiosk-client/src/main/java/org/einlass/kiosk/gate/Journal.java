package org.einlass.kiosk.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** The device's durable list of entries, and what it remembers from them. From any thread. */
public interface Journal {

    /**
     * Writes an entry under the next sequence number of this epoch; it is durable when this returns.
     *
     * @param entry makes the entry from its sequence number
     * @throws JournalException where it could not be made durable; the sequence number is then not used up
     */
    JournalEntry write(LongFunction<JournalEntry> entry);

    /**
     * The same, for a scan whose code the roster knows by another id.
     *
     * @param bearer whom it lets pass, by whom {@link #firstPassage} finds it then; null for all other entries
     */
    default JournalEntry write(LongFunction<JournalEntry> entry, @Nullable RegistrationId bearer) {
        return write(entry);
    }

    /**
     * Tries whether entries can be written, without writing one.
     *
     * @throws JournalException where they cannot
     */
    default void check() {}

    /**
     * When this device first let a registration pass.
     *
     * @throws JournalException where the journal cannot be read
     */
    Optional<Instant> firstPassage(PassageQuery wanted);

    /**
     * Whether this device has printed or handed out, or may have printed, a badge of this registration in {@code phase}.
     *
     * @throws JournalException where the journal cannot be read
     */
    boolean printed(RegistrationId registration, Phase phase);
}
