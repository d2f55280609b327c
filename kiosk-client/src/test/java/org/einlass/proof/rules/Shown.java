package org.einlass.proof.rules;

import java.time.Instant;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/** What a guest of the table meets with. */
record Shown(
        Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable Instant arrivedAt,
        boolean badge) {

    static Shown of(ScanAnswer answer) {
        return new Shown(answer.verdict(), answer.refusal(), answer.arrivedAt(), answer.badge() != null);
    }

    static Shown of(ShownOutcome shown) {
        return new Shown(
                shown.outcome().verdict(),
                shown.outcome().refusal(),
                shown.earlier().orElse(null),
                shown.badge().isPresent());
    }

    /** The badge of another system's code is sealed by no code: without network the desk prints it. */
    Shown withoutBadge() {
        return new Shown(verdict, refusal, arrivedAt, false);
    }
}
