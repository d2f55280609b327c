package org.einlass.server.statistics;

import java.time.Instant;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff did at a device: an override, an undo, a walk-in, a settlement.
 *
 * @param at corrected time
 * @param device as people call it
 * @param subject the registration it concerns, or what stands for one
 * @param undone whose entry an undo takes back; absent for other actions and where that entry is not known
 */
public record DeskAction(
        Instant at,
        String device,
        @Nullable String subject,
        @Nullable String undone,
        JournalEntry entry) {}
