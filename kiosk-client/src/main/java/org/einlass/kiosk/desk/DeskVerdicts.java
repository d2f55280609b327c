package org.einlass.kiosk.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/** Makes sentences of what gate and printer say about the check-in under way. As a listener from any thread. */
final class DeskVerdicts implements GateListener {
    /** More than whose badges a printer still has. */
    private static final int MOST_GROUPS = 8;

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskView view;
    private final CheckInQueue checkIns;
    private final DeskForms forms;
    private final Deque<GroupCheckIn> groups = new ArrayDeque<>();

    DeskVerdicts(DeskController controller, DeskEdges edges, DeskForms forms, DeskView view) {
        this.forms = forms;
        this.controller = controller;
        this.edges = edges;
        this.view = view;
        this.checkIns = new CheckInQueue(edges.clock(), edges.device()::scan, this::lost);
    }

    /** Shows a code at this desk's door; what comes of it is said of whom the check-in names. */
    void scan(CheckIn checkIn, GateReading code) {
        GroupCheckIn together = checkIn.group();
        if (together != null && !groups.contains(together)) {
            groups.addFirst(together);
            if (groups.size() > MOST_GROUPS) {
                groups.removeLast();
            }
        }
        if (!checkIns.add(checkIn, code)) {
            undecided(checkIn, DeskSentences.BUSY.attention());
        } else if (checkIn.person() != null && together == null) {
            view.notice = (view.isBadgeOnly() ? DeskSentences.BADGE_ONLY_ASKED : DeskSentences.CHECKING_IN)
                    .calm(checkIn.who());
        }
    }

    /** A delegation that is being checked in goes no further. @return whether nothing is there to take back of it */
    boolean stopGroup() {
        return groups.stream().anyMatch(GroupCheckIn::stop);
    }

    private @Nullable GroupCheckIn groupOf(EntryId scan) {
        return groups.stream().filter(one -> one.has(scan)).findFirst().orElse(null);
    }

    /** Now and then: what waits has its turn. */
    void look() {
        checkIns.next();
        if (!view.open) {
            groups.removeIf(GroupCheckIn::isDone);
        }
    }

    /** The badge of {@code scan} is printed. */
    void printed(EntryId scan) {
        DeskSentences own = view.isBadgeOnly() ? DeskSentences.NEW_BADGE_READY : DeskSentences.BADGE_READY;
        tell(scan, own, DeskSentences.NEW_BADGE_READY);
    }

    /** The printer has the badge of {@code scan}, and will not say when it is done. */
    void handedOver(EntryId scan) {
        DeskSentences own = view.isBadgeOnly() ? DeskSentences.NEW_BADGE_HANDED_OVER : DeskSentences.BADGE_HANDED_OVER;
        tell(scan, own, DeskSentences.NEW_BADGE_HANDED_OVER);
    }

    private void tell(EntryId scan, DeskSentences afterCheckIn, DeskSentences otherwise) {
        GroupCheckIn together = groupOf(scan);
        if (together != null) {
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
        GroupCheckIn together = groupOf(scan);
        if (together != null) {
            together.notPrinted(scan, sentence);
            return;
        }
        UndoableAction done = view.last;
        if (done == null || done.person() == null || !done.entries().contains(scan)) {
            view.notice = DeskSentences.A_BADGE_IS_MISSING.attention(sentence);
            return;
        }
        boolean checkedIn = scan.equals(view.lastScan) && !view.isBadgeOnly();
        view.notice = (checkedIn ? DeskSentences.NO_BADGE : DeskSentences.NO_NEW_BADGE)
                .attention(who(done.person()), sentence);
    }

    private static Wording who(@Nullable DeskPerson person) {
        return CheckIn.of(person).who();
    }

    private void decided(ShownOutcome outcome) {
        CheckIn done = checkIns.end(outcome.scan());
        view.lastScan = outcome.scan();
        Verdict verdict = outcome.outcome().verdict();
        DeskPerson person = done.person();
        GroupCheckIn together = done.group();
        if (together != null && person != null) {
            together.decided(person, outcome);
            finish(person, verdict, outcome.scan());
            return;
        }
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
        if (verdict == Verdict.ADMITTED && person != null) {
            forms.handOut(person, done.undoable(outcome.scan()), outcome.scan());
        }
        finish(person, verdict, outcome.scan());
    }

    private void finish(@Nullable DeskPerson person, Verdict verdict, EntryId scan) {
        controller.lookAgain(person);
        if (view.shows(person)) {
            view.refused = verdict == Verdict.REFUSED ? scan : null;
        }
    }

    private DeskNotice admitted(CheckIn done, ShownOutcome outcome) {
        if (view.isBadgeOnly()) {
            return outcome.badge().isPresent() || done.order() != null
                    ? DeskSentences.BADGE_ONLY_COMES.done(done.who())
                    : DeskSentences.BADGE_ONLY_AGAIN.calm(done.who());
        }
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
            undecided(checkIns.end(scan), DeskSentences.ONCE_MORE.attention());
        });
    }

    @Override
    public void passed(ShownOutcome shownOutcome) {
        controller.onLoop(() -> decided(shownOutcome));
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        controller.onLoop(() -> {
            undecided(
                    checkIns.end(scan),
                    switch (trouble) {
                        case NO_DOOR_SHEET -> DeskSentences.NO_DOOR_SHEET.attention();
                        case NO_ROSTER -> DeskSentences.NO_ROSTER.attention();
                        case NO_JOURNAL, JOURNAL_LOCKED -> DeskSentences.NO_JOURNAL.attention();
                        case WITHDRAWN -> DeskSentences.WITHDRAWN.attention();
                    });
        });
    }

    private void lost(CheckIn checkIn) {
        undecided(checkIn, DeskSentences.NO_VERDICT.attention(checkIn.who()));
    }

    /** The same key checks in whoever is still shown; {@code why} says why it has to. */
    private void undecided(CheckIn checkIn, DeskNotice why) {
        DeskPerson person = checkIn.person();
        GroupCheckIn together = checkIn.group();
        if (together != null && person != null) {
            together.undecided(person, why);
        } else {
            view.notice = why;
        }
        if (view.shows(person)) {
            view.handled = false;
        }
    }
}
