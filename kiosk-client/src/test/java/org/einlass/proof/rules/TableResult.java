package org.einlass.proof.rules;

import java.time.Instant;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/** What a guest of the table meets with. */
record TableResult(
        Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable Instant arrivedAt,
        boolean badge) {

    static TableResult of(ScanAnswer answer) {
        return new TableResult(answer.verdict(), answer.refusal(), answer.arrivedAt(), answer.badge() != null);
    }

    static TableResult of(ShownOutcome shown) {
        return new TableResult(
                shown.outcome().verdict(),
                shown.outcome().refusal(),
                shown.earlier().orElse(null),
                shown.badge().isPresent());
    }

    /** The badge of another system's code is sealed by no code: without network the desk prints it. */
    TableResult withoutBadge() {
        return new TableResult(verdict, refusal, arrivedAt, false);
    }
}
