package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a registration.
 *
 * @param type the journal's word for it: scanned, printed, corrected
 * @param door where; absent for what happens at no door
 * @param operator the member of staff; absent where none was signed in. Told here and nowhere else but in the audit
 *     trail, so that nobody is counted
 */
public record HistoryEntry(
        Instant at,
        String type,
        Phase phase,
        @Nullable String door,
        String device,
        @Nullable OperatorId operator) {}
