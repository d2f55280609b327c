package org.einlass.server.statistics;

import java.time.Instant;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * A fact as people get it who recompute the figures: rehearsals and what was set aside are among them.
 *
 * @param device whose journal it stands in
 * @param at corrected time
 * @param subject the registration it concerns, after twins were merged, or what stands for one
 * @param proven false where the entry's writer never saw the code
 * @param excluded whether it was set aside with its device
 */
public record RawFact(
        String device, Instant at, @Nullable String subject, boolean proven, boolean excluded, JournalEntry entry) {}
