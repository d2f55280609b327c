package org.einlass.kiosk.guest;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Asks guests the organiser's own questions that they have not answered, while the badge is being printed: no badge waits for
 * an answer, and nobody is asked while many wait. A question that is not answered stays open at the desk. The disk holds
 * an answer sealed for the server. On the gate's loop.
 */
public final class OpenQuestions {
    private static final Logger LOG = System.getLogger(OpenQuestions.class.getName());

    private final GuestJournal journal;
    private @Nullable Present present;

    private record Present(
            EntryId scan,
            RegistrationId registration,
            DoorSheet sheet,
            EventPublicKey box,
            List<OrganiserQuestion> questions) {

        Present without(OrganiserQuestion answered) {
            return new Present(
                    scan,
                    registration,
                    sheet,
                    box,
                    questions.stream().filter(one -> !one.equals(answered)).toList());
        }
    }

    public OpenQuestions(GuestJournal journal) {
        this.journal = journal;
    }

    /** A guest's screen is on. @return what this guest is to be asked, in the organiser's order */
    public List<OrganiserQuestion> passed(ShownOutcome shown, DoorSheet sheet) {
        EventPublicKey box = sheet.letterBox();
        present = box == null || sheet.inRush()
                ? null
                : shown.badge()
                        .map(badge -> new Present(shown.scan(), badge.registration(), sheet, box, open(badge, sheet)))
                        .orElse(null);
        return present == null ? List.of() : present.questions();
    }

    private static List<OrganiserQuestion> open(BadgeOrder badge, DoorSheet sheet) {
        return OrganiserQuestion.open(sheet.questions(), badge.answered());
    }

    /** This guest has left. */
    public void left(EntryId scan) {
        if (present != null && present.scan().equals(scan)) {
            present = null;
        }
    }

    /**
     * The guest of {@code scan} has chosen; the answer is in the journal when this returns.
     *
     * @param question its name
     * @param choice which of its choices, from 0
     * @return false where the guest has left, was not asked this, or has answered it already, or the disk takes nothing
     */
    public boolean answer(EntryId scan, String question, int choice) {
        Present guest = present;
        if (guest == null || !guest.scan().equals(scan)) {
            return false;
        }
        Optional<OrganiserQuestion> asked = guest.questions().stream()
                .filter(one -> one.name().equals(question))
                .findFirst();
        Optional<String> answer = asked.flatMap(one -> one.answer(choice));
        if (answer.isEmpty() || !write(guest, question, answer.get())) {
            return false;
        }
        present = guest.without(asked.get());
        return true;
    }

    private boolean write(Present guest, String question, String answer) {
        try {
            journal.write(
                    guest.sheet(),
                    head -> new JournalEntry.QuestionAnswered(
                            head,
                            guest.scan(),
                            guest.registration(),
                            journal.letter(guest.box(), guest.sheet(), head, DeskMessage.ofAnswer(question, answer))));
            return true;
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "An answer could not be journalled; the question stays open at the desk.", full);
            return false;
        }
    }
}
