package org.einlass.server.scan;

import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.event.Door;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.einlass.server.presence.StateDerivation;
import org.einlass.server.scan.CodeHolders.CodeHolder;
import org.jspecify.annotations.Nullable;

/**
 * A scan at a door of its event, with whom its code leads to.
 *
 * @param holder absent where the server does not know the code
 * @param asked what the rules are asked before anybody has looked at what happened earlier
 * @param guessable whether somebody who tries codes finds one of this kind in this event
 */
record ScanContext(
        IncomingScan scan, Door door, @Nullable CodeHolder holder, AdmissionQuestion asked, boolean guessable) {

    /** Whether the scan lets somebody in as far as right and time go, so that earlier passages matter. */
    boolean mayEnter() {
        return asked.looksBack() && Admission.decide(asked).isAdmitted();
    }

    /** Whose code it is; only for a scan that {@link #mayEnter}. */
    RegistrationId person() {
        return Objects.requireNonNull(Objects.requireNonNull(holder, "known").registration(), "of somebody");
    }

    /**
     * By what an earlier passage of this person at this door's scope is kept; only for a scan that {@link
     * #mayEnter}.
     */
    PriorUses.Key use() {
        return new PriorUses.Key(person(), StateDerivation.key(door, asked.phase(), asked.period()));
    }

    /** Whether its code leads to nobody. */
    boolean isMiss() {
        return holder == null || holder.right() == null;
    }

    /** Whether its code leads to nobody and is too long for anybody to find one by trying, unless codes are counted up. */
    boolean isLongMiss() {
        return holder == null && scan.grade().filter(CodeGrade.STRONG::equals).isPresent();
    }

    /** The same scan in an event whose long codes are counted up: a long wrong code is one more guess. */
    ScanContext amongLongGuesses() {
        return isLongMiss() ? new ScanContext(scan, door, null, asked, true) : this;
    }

    Optional<BadgeDraft> badge() {
        return Optional.ofNullable(holder).flatMap(CodeHolder::badge);
    }

    /** The answer to a code that is not checked: it does not tell whether there is somebody. */
    Answer unchecked() {
        Decision decision = Admission.unchecked(door.settings());
        return new Answer(
                decision.verdict(),
                decision.refusal(),
                null,
                null,
                null,
                false,
                asked.phase(),
                asked.time().at());
    }

    /**
     * @param unconfirmed where the claim that stands in the way was taken, if nobody has reported its outcome
     */
    Answer answer(Decision decision, @Nullable Unconfirmed unconfirmed) {
        return new Answer(
                decision.verdict(),
                decision.refusal(),
                holder == null ? null : holder.registration(),
                decision.arrivedAt(),
                unconfirmed,
                decision.badge(),
                asked.phase(),
                asked.time().at());
    }
}
