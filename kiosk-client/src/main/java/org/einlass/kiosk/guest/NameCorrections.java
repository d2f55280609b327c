package org.einlass.kiosk.guest;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.NameSpelling;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Guests put the spelling of their names right, where the organiser allows it: once, and only as long as the guest stands
 * before the badge that this kiosk has printed. The name leaves memory with the guest; the disk holds it sealed for the
 * server. On the gate's loop, but for {@link #nameOf}.
 */
public final class NameCorrections {
    private static final Logger LOG = System.getLogger(NameCorrections.class.getName());

    private final GuestJournal journal;
    private volatile @Nullable Present present;

    private record Present(EntryId scan, BadgeOrder badge) {}

    public NameCorrections(GuestJournal journal) {
        this.journal = journal;
    }

    /** A guest's screen is on. Guests who come while many wait correct nothing here: a desk does. */
    public void passed(ShownOutcome shown, DoorSheet sheet) {
        present = sheet.letterBox() == null || !sheet.allowsSpelling() || sheet.inRush()
                ? null
                : shown.badge()
                        .filter(badge -> badge.attendee().badgeName().isEmpty())
                        .map(badge -> new Present(shown.scan(), badge))
                        .orElse(null);
    }

    /** This guest has left. */
    public void left(EntryId scan) {
        if (at(scan).isPresent()) {
            present = null;
        }
    }

    private Optional<BadgeOrder> at(EntryId scan) {
        return Optional.ofNullable(present)
                .filter(guest -> guest.scan().equals(scan))
                .map(Present::badge);
    }

    /** What the guest of {@code scan} may put right; empty where there is nothing. From any thread. */
    public Optional<GuestName> nameOf(EntryId scan) {
        return at(scan).map(badge -> GuestName.of(badge.attendee()));
    }

    /**
     * The guest of {@code scan} spells the name like this; it is in the journal when this returns.
     *
     * @return the badge to be printed at once, with the code that it had; empty where a desk is to decide: the name looks
     *     like another person's, or the disk takes nothing
     */
    public Optional<BadgeOrder> correct(EntryId scan, GuestName typed, DoorSheet sheet) {
        EventPublicKey box = sheet.letterBox();
        Optional<BadgeOrder> badge = at(scan);
        if (box == null || badge.isEmpty()) {
            return Optional.empty();
        }
        GuestName now = typed.stripped();
        BadgeOrder before = badge.get();
        List<FieldCorrection> corrections = GuestName.of(before.attendee()).correctedTo(now);
        if (!NameSpelling.isSpelling(corrections) || !write(scan, before, corrections, sheet, box)) {
            return Optional.empty();
        }
        present = null;
        return Optional.of(before.corrected(now.on(before.attendee())));
    }

    private boolean write(
            EntryId scan, BadgeOrder badge, List<FieldCorrection> corrections, DoorSheet sheet, EventPublicKey box) {
        try {
            journal.write(
                    sheet,
                    head -> new JournalEntry.SpellingCorrected(
                            head,
                            scan,
                            badge.registration(),
                            journal.letter(box, sheet, head, DeskMessage.of(corrections))));
            return true;
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "A corrected name could not be journalled; the guest is sent to the counter.", full);
            return false;
        }
    }
}
