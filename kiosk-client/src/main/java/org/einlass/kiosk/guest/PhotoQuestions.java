package org.einlass.kiosk.guest;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Asks guests whether photographs may show them, before the badge that says so is printed. Nobody is asked twice, or while
 * many wait; without an answer no consent is recorded, and the question stays open at the desk. A badge waits for one
 * guest's answer at a time and is never lost: whoever leaves gets it unanswered. On the gate's loop.
 */
public final class PhotoQuestions {
    private static final Logger LOG = System.getLogger(PhotoQuestions.class.getName());

    private final GuestJournal journal;
    private @Nullable Asked asked;

    /** A badge that waits for an answer. */
    public record Asked(ShownOutcome shown, BadgeOrder badge, DoorSheet sheet) {

        /** What was shown to the guest, with the badge as it is to be printed. */
        public ShownOutcome answered() {
            return shown.withBadge(badge);
        }

        private Asked with(PhotoConsent answer) {
            Attendee attendee = badge.attendee();
            return new Asked(
                    shown,
                    badge.corrected(AttendeeField.attendee(
                            field -> field == AttendeeField.PHOTOGRAPHS ? answer.text() : field.in(attendee))),
                    sheet);
        }
    }

    public PhotoQuestions(GuestJournal journal) {
        this.journal = journal;
    }

    /** Whether this guest is to be asked. */
    public static boolean isDue(ShownOutcome shown, DoorSheet sheet) {
        DoorSheet.GuestTexts guests = sheet.guests();
        return guests != null
                && guests.asksPhotographs()
                && !sheet.inRush()
                && shown.badge()
                        .filter(badge -> badge.attendee().photoConsent() == PhotoConsent.NOT_RECORDED)
                        .isPresent();
    }

    /** The guest is being asked, and the badge waits; after {@link #giveUp}. */
    public void ask(ShownOutcome shown, DoorSheet sheet) {
        asked = shown.badge().map(badge -> new Asked(shown, badge, sheet)).orElse(null);
    }

    /** The badge that waits for a guest who has left, to be printed now. */
    public Optional<Asked> giveUp() {
        Optional<Asked> waiting = Optional.ofNullable(asked);
        asked = null;
        return waiting;
    }

    /**
     * The guest of {@code scan} has answered; the answer is in the journal when this returns.
     *
     * @param answer {@link PhotoConsent#NOT_RECORDED} where the guest says nothing
     * @return the badge to be printed now; empty where none waits for this guest
     */
    public Optional<Asked> answer(EntryId scan, PhotoConsent answer) {
        Asked waiting = asked;
        if (waiting == null || !waiting.shown().scan().equals(scan)) {
            return Optional.empty();
        }
        asked = null;
        boolean kept = answer != PhotoConsent.NOT_RECORDED && write(waiting, answer);
        return Optional.of(kept ? waiting.with(answer) : waiting);
    }

    private boolean write(Asked waiting, PhotoConsent answer) {
        try {
            journal.write(
                    waiting.sheet(),
                    head -> new JournalEntry.PhotoAnswered(
                            head, waiting.shown().scan(), waiting.badge().registration(), answer));
            return true;
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "An answer about photographs could not be journalled; no consent is recorded.", full);
            return false;
        }
    }
}
