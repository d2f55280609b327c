package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.contract.admission.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a registration.
 *
 * @param type the journal's word for it: scanned, printed, corrected
 * @param door where; absent for what happens at no door
 */
public record HistoryEntry(
        Instant at, String type, Phase phase, @Nullable String door, String device) {}
