package org.einlass.kiosk.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.BadgeOrder;
import org.jspecify.annotations.Nullable;

/**
 * One guest at the door: what is shown to a scan. Its outcome is in the journal already.
 *
 * @param sentence of a refusal: reason and next step, for staff only
 * @param arrivedAt when the guest first arrived, where this is a friendly repetition
 * @param order the badge to be printed now
 * @param took from the reading to this moment
 * @param initials of the person, for staff; empty where this device does not know them
 * @param boxed where the badge lies that was printed beforehand; null where it lies in no box, or is what was scanned
 */
public record ShownOutcome(
        EntryId scan,
        Outcome outcome,
        @Nullable Wording sentence,
        @Nullable Instant arrivedAt,
        @Nullable BadgeOrder order,
        Duration took,
        String initials,
        @Nullable BoxedBadge boxed) {

    /** An outcome of which this device knows nothing about the person. */
    public ShownOutcome(
            EntryId scan,
            Outcome outcome,
            @Nullable Wording sentence,
            @Nullable Instant arrivedAt,
            @Nullable BadgeOrder order,
            Duration took) {
        this(scan, outcome, sentence, arrivedAt, order, took, "", null);
    }

    /** Where the guest's badge lies, printed beforehand; empty where it lies in no box. */
    public Optional<BoxedBadge> inBox() {
        return Optional.ofNullable(boxed);
    }

    /** The same with another badge to be printed; null for none. */
    public ShownOutcome withBadge(@Nullable BadgeOrder other) {
        return new ShownOutcome(scan, outcome, sentence, arrivedAt, other, took, initials, boxed);
    }

    /** The badge to be printed now; empty where none is due. */
    public Optional<BadgeOrder> badge() {
        return Optional.ofNullable(order);
    }

    /** Whether nobody could say yes or no: a person asks who the guest is. */
    public boolean asksAtCounter() {
        return outcome.refusal() == Refusal.ASK_AT_COUNTER;
    }

    /** When the guest first arrived, where this is not the first time. */
    public Optional<Instant> earlier() {
        return Optional.ofNullable(arrivedAt);
    }
}
