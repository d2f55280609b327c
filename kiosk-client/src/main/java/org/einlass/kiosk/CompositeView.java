package org.einlass.kiosk;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.PrinterStatus;

/** Two who watch the same kiosk: a screen, and a walk that goes through it. */
record CompositeView(KioskView first, KioskView second) implements KioskView {
    @Override
    public void reading(EntryId scan) {
        first.reading(scan);
        second.reading(scan);
    }

    @Override
    public void waiting(EntryId scan) {
        first.waiting(scan);
        second.waiting(scan);
    }

    @Override
    public void waitingLong(EntryId scan) {
        first.waitingLong(scan);
        second.waitingLong(scan);
    }

    @Override
    public void onceMore(EntryId scan, GateReading.Flaw flaw) {
        first.onceMore(scan, flaw);
        second.onceMore(scan, flaw);
    }

    @Override
    public void passed(ShownOutcome shownOutcome) {
        first.passed(shownOutcome);
        second.passed(shownOutcome);
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        first.unable(scan, trouble);
        second.unable(scan, trouble);
    }

    @Override
    public void ableAgain() {
        first.ableAgain();
        second.ableAgain();
    }

    @Override
    public void printing(EntryId scan) {
        first.printing(scan);
        second.printing(scan);
    }

    @Override
    public void printed(EntryId scan, String where) {
        first.printed(scan, where);
        second.printed(scan, where);
    }

    @Override
    public void handedOver(EntryId scan, String where) {
        first.handedOver(scan, where);
        second.handedOver(scan, where);
    }

    @Override
    public void notPrinted(EntryId scan, Wording sentence) {
        first.notPrinted(scan, sentence);
        second.notPrinted(scan, sentence);
    }

    @Override
    public void printer(PrinterStatus status) {
        first.printer(status);
        second.printer(status);
    }

    @Override
    public void nameCorrected(EntryId scan) {
        first.nameCorrected(scan);
        second.nameCorrected(scan);
    }

    @Override
    public boolean asksPhotographs(EntryId scan) {
        return first.asksPhotographs(scan) || second.asksPhotographs(scan);
    }

    @Override
    public void asksQuestions(EntryId scan, List<OrganiserQuestion> questions) {
        first.asksQuestions(scan, questions);
        second.asksQuestions(scan, questions);
    }

    @Override
    public void knows(DoorSheet sheet) {
        first.knows(sheet);
        second.knows(sheet);
    }

    @Override
    public void withdrawn() {
        first.withdrawn();
        second.withdrawn();
    }

    @Override
    public void readmitted() {
        first.readmitted();
        second.readmitted();
    }
}
