package org.einlass.server.statistics;

import java.time.Instant;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the live phase, with what the server made out about it.
 *
 * @param at corrected time
 * @param subject the registration it concerns, or what stands for one
 * @param proven false where the entry's writer never saw the code
 */
public record CountedFact(Instant at, @Nullable String subject, boolean proven, JournalEntry entry) {}
