package org.einlass.kiosk.desk;

import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/** Makes sentences of what gate and printer say about the check-in under way. As a listener from any thread. */
final class DeskVerdicts implements GateListener {
    private final DeskController controller;
    private final DeskController.Edges edges;
    private final DeskView view;
    private final CheckInQueue checkIns;
    private final DeskForms forms;
    private @Nullable GroupCheckIn group;

    DeskVerdicts(DeskController controller, DeskController.Edges edges, DeskForms forms, DeskView view) {
        this.forms = forms;
        this.controller = controller;
        this.edges = edges;
        this.view = view;
        this.checkIns = new CheckInQueue(edges.clock(), edges.device()::scan);
    }

    /** Shows a code at this desk's door; what comes of it is said of whom the check-in names. */
    void scan(CheckIn checkIn, GateReading code) {
        if (!checkIns.add(checkIn, code)) {
            view.notice = DeskSentences.BUSY.attention();
        } else if (checkIn.person() != null) {
            view.notice = DeskSentences.CHECKING_IN.calm(checkIn.who());
        }
    }

    /** Now and then: what waits has its turn. */
    void look() {
        checkIns.next();
    }

    /** The badge of {@code scan} is printed. */
    void printed(EntryId scan) {
        tell(scan, DeskSentences.BADGE_READY, DeskSentences.NEW_BADGE_READY);
    }

    /** The printer has the badge of {@code scan}, and will not say when it is done. */
    void handedOver(EntryId scan) {
        tell(scan, DeskSentences.BADGE_HANDED_OVER, DeskSentences.NEW_BADGE_HANDED_OVER);
    }

    private void tell(EntryId scan, DeskSentences afterCheckIn, DeskSentences otherwise) {
        GroupCheckIn together = group;
        if (together != null && together.has(scan)) {
            together.printed(scan);
            return;
        }
        UndoableAction done = view.last;
        if (done != null && done.entries().contains(scan)) {
            view.notice = (scan.equals(view.lastScan) ? afterCheckIn : otherwise).done(who(done.person()));
            controller.lookAgain(done.person());
        }
    }

    /** It could not be printed; {@code sentence} says why. Only whom this very scan let in is called checked in. */
    void notPrinted(EntryId scan, Wording sentence) {
        UndoableAction done = view.last;
        if (done == null || done.person() == null || !done.entries().contains(scan)) {
            view.notice = DeskSentences.A_BADGE_IS_MISSING.attention(sentence);
            return;
        }
        view.notice = (scan.equals(view.lastScan) ? DeskSentences.NO_BADGE : DeskSentences.NO_NEW_BADGE)
                .attention(who(done.person()), sentence);
    }

    private static Wording who(@Nullable DeskPerson person) {
        return CheckIn.of(person).who();
    }

    private void decided(ShownOutcome outcome) {
        CheckIn done = checkIns.end(outcome.scan());
        view.lastScan = outcome.scan();
        Verdict verdict = outcome.outcome().verdict();
        view.notice = switch (verdict) {
            case ADMITTED -> admitted(done, outcome);
            case PROVISIONAL -> DeskSentences.PROVISIONAL.attention(done.who());
            case REFUSED -> refused(done, outcome);
        };
        if (verdict != Verdict.REFUSED || !done.made().isEmpty()) {
            controller.canUndo(done.undoable(outcome.scan()));
        }
        BadgeOrder order = done.order();
        if (verdict != Verdict.REFUSED && order != null && outcome.badge().isEmpty()) {
            edges.device().print(outcome.scan(), order);
        }
        DeskPerson person = done.person();
        if (verdict == Verdict.ADMITTED && person != null) {
            forms.handOut(person, done.undoable(outcome.scan()), outcome.scan());
        }
        controller.lookAgain(done.person());
        GroupCheckIn together = done.group();
        if (together != null && person != null) {
            group = together;
            together.decided(person, outcome);
        }
        if (view.shows(done.person())) {
            view.refused = verdict == Verdict.REFUSED ? outcome.scan() : null;
        }
    }

    private DeskNotice admitted(CheckIn done, ShownOutcome outcome) {
        if (outcome.badge().isPresent()) {
            return DeskSentences.BADGE_COMES.done(done.who());
        }
        DoorSheet door = view.sheet;
        Optional<Instant> earlier = outcome.earlier();
        return earlier.isPresent() && door != null
                ? DeskSentences.THERE_ALREADY.calm(
                        done.who(),
                        DeskSentences.moment(earlier.get(), edges.clock().instant(), door.zone()))
                : DeskSentences.CHECKED_IN.done(done.who());
    }

    private static DeskNotice refused(CheckIn done, ShownOutcome outcome) {
        Wording sentence = outcome.sentence() == null ? Wording.same("") : outcome.sentence();
        return done.person() == null
                ? DeskSentences.CODE_LEADS_TO_NOBODY.attention(sentence)
                : DeskSentences.NOT_CHECKED_IN.attention(done.who(), sentence);
    }

    @Override
    public void reading(EntryId scan) {
        controller.onLoop(() -> checkIns.reading(scan));
    }

    @Override
    public void waiting(EntryId scan) {
        controller.onLoop(() -> {
            view.notice = DeskSentences.WAITING.calm();
            checkIns.waiting(scan);
        });
    }

    @Override
    public void onceMore(EntryId scan, GateReading.Flaw flaw) {
        controller.onLoop(() -> {
            undecided(checkIns.end(scan));
            view.notice = DeskSentences.ONCE_MORE.attention();
        });
    }

    @Override
    public void passed(ShownOutcome shownOutcome) {
        controller.onLoop(() -> decided(shownOutcome));
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        controller.onLoop(() -> {
            undecided(checkIns.end(scan));
            view.notice = switch (trouble) {
                case NO_DOOR_SHEET -> DeskSentences.NO_DOOR_SHEET.attention();
                case NO_ROSTER -> DeskSentences.NO_ROSTER.attention();
                case NO_JOURNAL, JOURNAL_LOCKED -> DeskSentences.NO_JOURNAL.attention();
                case WITHDRAWN -> DeskSentences.WITHDRAWN.attention();
            };
        });
    }

    /** The same key checks in whoever is still shown. */
    private void undecided(CheckIn checkIn) {
        DeskPerson person = checkIn.person();
        GroupCheckIn together = checkIn.group();
        if (together != null && person != null) {
            together.undecided(person);
        }
        if (view.shows(person)) {
            view.handled = false;
        }
    }
}
