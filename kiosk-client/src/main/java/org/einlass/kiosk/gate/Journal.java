package org.einlass.kiosk.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;

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
     * When this device first admitted the bearer of one of {@code codes}, looking back to {@code since} only.
     *
     * @param phase only what was admitted in it: practice never counts
     *
     * @throws JournalException where the journal cannot be read
     */
    Optional<Instant> admitted(Set<LookupId> codes, Instant since, Phase phase);

    /**
     * Whether this device has printed, or may have printed, a badge of this registration in {@code phase}.
     *
     * @throws JournalException where the journal cannot be read
     */
    boolean printed(RegistrationId registration, Phase phase);
}
