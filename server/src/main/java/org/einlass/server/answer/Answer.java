package org.einlass.server.answer;

import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.jspecify.annotations.Nullable;

/**
 * What the server decided on a scan: an answer without the badge.
 *
 * @param prints whether a badge is due
 * @param phase the event's phase when it was decided
 */
public record Answer(
        Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable RegistrationId registration,
        @Nullable Instant arrivedAt,
        @Nullable Unconfirmed unconfirmed,
        boolean prints,
        Phase phase,
        Instant answeredAt) {

    /** The registration a badge is to be made of, where one is. */
    public Optional<RegistrationId> badge() {
        return prints && verdict == Verdict.ADMITTED ? Optional.ofNullable(registration) : Optional.empty();
    }
}
