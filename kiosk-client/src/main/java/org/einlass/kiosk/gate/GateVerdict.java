package org.einlass.kiosk.gate;

import java.time.Instant;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.ScanAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with all that belongs to it, before it is journalled.
 *
 * @param sentence of a refusal, for staff
 * @param arrivedAt when the guest first arrived, where this is a repetition
 * @param unconfirmed an earlier answer elsewhere whose outcome nobody has reported
 * @param badge what to print; its {@code printed} says whether that was done already
 */
record GateVerdict(
        Outcome outcome,
        @Nullable Wording sentence,
        @Nullable Instant arrivedAt,
        ScanAnswer.@Nullable Unconfirmed unconfirmed,
        @Nullable BadgeOrder badge) {

    static GateVerdict of(ScanAnswer answer) {
        return new GateVerdict(
                outcome(answer), answer.sentence(), answer.arrivedAt(), answer.unconfirmed(), answer.badge());
    }

    private static Outcome outcome(ScanAnswer answer) {
        if (answer.verdict() != Verdict.REFUSED) {
            return new Outcome(answer.verdict(), null, Outcome.Source.SERVER);
        }
        Refusal reason = Objects.requireNonNullElse(answer.refusal(), Refusal.UNRECOGNISED);
        return Outcome.refused(reason, Outcome.Source.SERVER);
    }

    /** @param badge what to print; the decision says whether a badge is due at all */
    static GateVerdict of(Decision decision, @Nullable BadgeOrder badge) {
        Refusal refusal = decision.refusal();
        return new GateVerdict(
                new Outcome(decision.verdict(), refusal, Outcome.Source.DEVICE),
                refusal == null ? null : refusal.staffSentence(),
                decision.arrivedAt(),
                null,
                badge);
    }
}
