package org.einlass.kiosk.guest;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.ShownOutcome;

/**
 * What is said between a device and the guest before it, from the verdict until the guest has left: photographs before the
 * badge is printed, the organiser's questions and the name's spelling while it is. On the gate's loop, but for {@link
 * #nameToCorrect}.
 */
public final class GuestDialogues {
    private final GuestScreen screen;
    private final Printing printing;
    private final NameCorrections names;
    private final PhotoQuestions photographs;
    private final OpenQuestions questions;

    /** Sends a guest's badge to the printer. */
    @FunctionalInterface
    public interface Printing {
        void print(EntryId scan, BadgeOrder badge, DoorSheet sheet);
    }

    public GuestDialogues(GuestJournal journal, GuestScreen screen, Printing printing) {
        this.screen = screen;
        this.printing = printing;
        names = new NameCorrections(journal);
        photographs = new PhotoQuestions(journal);
        questions = new OpenQuestions(journal);
    }

    /** The verdict about a guest is on the screen: the badge that is due is printed, now or after the guest's answer. */
    public void passed(ShownOutcome shown, DoorSheet sheet) {
        giveUp();
        if (PhotoQuestions.isDue(shown, sheet) && screen.asksPhotographs(shown.scan())) {
            photographs.ask(shown, sheet);
            return;
        }
        print(shown, sheet);
        ask(shown, sheet);
    }

    /** The badge that waits for a guest who has left is printed. */
    private void giveUp() {
        photographs.giveUp().ifPresent(asked -> {
            print(asked.answered(), asked.sheet());
            names.left(asked.shown().scan());
        });
    }

    /** This guest has left. */
    public void left(EntryId scan) {
        photographs.answer(scan, PhotoConsent.NOT_RECORDED).ifPresent(asked -> print(asked.answered(), asked.sheet()));
        names.left(scan);
        questions.left(scan);
    }

    /** The guest of {@code scan} answers about photographs, or does not; the badge that has waited for it is printed. */
    public void answerPhotographs(EntryId scan, PhotoConsent answer) {
        photographs.answer(scan, answer).ifPresent(asked -> {
            print(asked.answered(), asked.sheet());
            ask(asked.answered(), asked.sheet());
        });
    }

    /** The guest of {@code scan} answers a question that was asked, once. @return whether it was taken */
    public boolean answerQuestion(EntryId scan, String question, int choice) {
        return questions.answer(scan, question, choice);
    }

    /** The name that the guest of {@code scan} may correct here; empty where a counter does. From any thread. */
    public Optional<GuestName> nameToCorrect(EntryId scan) {
        return names.nameOf(scan);
    }

    /**
     * The guest of {@code scan} spells the name like this; a badge with it is printed.
     *
     * @return whether it was taken; else a counter puts it right
     */
    public boolean correctName(EntryId scan, GuestName now, DoorSheet sheet) {
        Optional<BadgeOrder> badge = names.correct(scan, now, sheet);
        badge.ifPresent(order -> {
            screen.nameCorrected(scan);
            printing.print(scan, order, sheet);
        });
        return badge.isPresent();
    }

    private void print(ShownOutcome shown, DoorSheet sheet) {
        names.passed(shown, sheet);
        shown.badge().ifPresent(order -> printing.print(shown.scan(), order, sheet));
    }

    private void ask(ShownOutcome shown, DoorSheet sheet) {
        List<OrganiserQuestion> open = questions.passed(shown, sheet);
        if (!open.isEmpty()) {
            screen.asksQuestions(shown.scan(), open);
        }
    }
}
