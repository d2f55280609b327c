package org.einlass.kiosk.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A delegation that is checked in as one guest: one after the other, so that the badges come out in the order of the
 * list, and one key takes all of them back. Badges that lie in boxes are named with their places and not recorded as
 * handed out: each member's next check-in names the place again, and records it. How far it has come is said only
 * while nothing else was said since. On the controller's loop.
 */
final class GroupCheckIn {
    private final DeskController controller;
    private final DeskView view;
    private final String organisation;
    private final Deque<DeskPerson> left;
    private final int size;
    private final List<EntryId> entries = new ArrayList<>();
    private final Map<EntryId, DeskPerson> members = new HashMap<>();
    private final Map<RegistrationId, String> refused = new LinkedHashMap<>();
    private final Map<RegistrationId, Wording> boxes = new LinkedHashMap<>();
    private final Map<EntryId, String> missing = new LinkedHashMap<>();
    private final Set<EntryId> printed = new HashSet<>();
    private Wording whyRefused = Wording.same("");
    private Wording whyMissing = Wording.same("");
    private @Nullable RegistrationId turn;
    private @Nullable DeskNotice said;
    private @Nullable UndoableAction undoable;
    private @Nullable UndoableAction before;
    private boolean stopped;

    GroupCheckIn(DeskController controller, DeskView view, String organisation, List<DeskPerson> members) {
        this.controller = controller;
        this.view = view;
        this.organisation = organisation;
        this.left = new ArrayDeque<>(members);
        this.size = members.size();
    }

    /** Begins with the first of them. */
    void begin() {
        before = view.last;
        said = notice();
        view.notice = said;
        next();
    }

    private void next() {
        DeskPerson person = left.poll();
        turn = person == null ? null : person.registration();
        say(person == null);
        if (person != null) {
            controller.scan(
                    new CheckIn(person, List.of(), null, this),
                    GateReading.of(person.badge().code()));
        }
    }

    /** One of them has a verdict. */
    void decided(DeskPerson person, ShownOutcome outcome) {
        RegistrationId registration = person.registration();
        if (outcome.outcome().verdict() == Verdict.REFUSED) {
            refused.put(registration, person.name());
        } else {
            refused.remove(registration);
            members.put(outcome.scan(), person);
            takeIn(person, outcome.scan());
            BoxedBadge boxed = person.badge().boxed();
            if (boxed != null && outcome.outcome().verdict() == Verdict.ADMITTED) {
                boxes.put(registration, with(Wording.same(person.name() + " –"), boxed.words()));
            }
        }
        goOn(registration);
    }

    private void takeIn(DeskPerson person, EntryId scan) {
        if (stopped) {
            UndoableAction late = CheckIn.of(person).undoable(scan);
            controller.canUndo(late);
            view.notice = DeskSentences.CHECKED_IN.attention(Wording.same(person.name()));
            controller.undo();
            return;
        }
        entries.add(0, scan);
        undoable = new UndoableAction(
                DeskSentences.GROUP.say(Wording.same(organisation), count(entries.size())), null, entries);
        controller.canUndo(undoable);
    }

    /** One of them has none, and {@code why} says why; the others go on. */
    void undecided(DeskPerson person, DeskNotice why) {
        refused.put(person.registration(), person.name());
        whyRefused = why.sentence();
        goOn(person.registration());
    }

    /** A verdict that comes after its time gives nobody else a turn. */
    private void goOn(RegistrationId decided) {
        if (stopped) {
            turn = null;
        } else if (decided.equals(turn)) {
            next();
        } else {
            say(true);
        }
    }

    /**
     * The key that takes back was pressed: where that means this check-in, nobody else of them has a turn, and whoever
     * has it now is taken back when the verdict comes.
     *
     * @return whether there is nothing else to take back
     */
    boolean stop() {
        boolean begun = !entries.isEmpty();
        if (stopped || turn == null || !Objects.equals(view.last, begun ? undoable : before)) {
            return false;
        }
        stopped = true;
        left.clear();
        if (!begun) {
            view.notice = DeskSentences.GROUP_STOPPED.calm(Wording.same(organisation));
        }
        return !begun;
    }

    /** Whether each of them has had a turn. */
    boolean isDone() {
        return turn == null;
    }

    /** Whether one of them came by this scan. */
    boolean has(EntryId scan) {
        return members.containsKey(scan);
    }

    /** The badge of one of them is printed. */
    void printed(EntryId scan) {
        printed.add(scan);
        missing.remove(scan);
        say(false);
    }

    /** The badge of one of them could not be printed; {@code why} says why. */
    void notPrinted(EntryId scan, Wording why) {
        DeskPerson person = members.get(scan);
        if (person != null) {
            missing.put(scan, person.name());
            whyMissing = why;
            say(true);
        }
    }

    /** @param news whether it is to be said whatever else was said since */
    private void say(boolean news) {
        if (news || (said != null && said.equals(view.notice))) {
            said = notice();
            view.notice = said;
        }
    }

    private DeskNotice notice() {
        Wording all = count(size);
        Wording there = count(members.size());
        Wording whose = Wording.same(organisation);
        Wording sentence;
        if (stopped) {
            sentence = DeskSentences.GROUP_STOPPED.say(whose);
        } else if (!refused.isEmpty()) {
            sentence = with(DeskSentences.GROUP_WITHOUT.say(there, all, whose, names(refused.values())), whyRefused);
        } else if (members.size() < size) {
            sentence = (view.isBadgeOnly() ? DeskSentences.GROUP_BADGES_COME : DeskSentences.GROUP_COMES)
                    .say(there, all, whose);
        } else {
            sentence = (view.isBadgeOnly() ? DeskSentences.GROUP_BADGES_THERE : DeskSentences.GROUP_THERE)
                    .say(all, whose, count(printed.size()));
        }
        if (!missing.isEmpty()) {
            sentence = with(sentence, DeskSentences.GROUP_NO_BADGE.say(names(missing.values()), whyMissing));
        }
        if (!boxes.isEmpty() && turn == null && !stopped) {
            sentence = with(sentence, DeskSentences.GROUP_BOXES.say(places()));
        }
        return new DeskNotice(tone(), sentence);
    }

    private DeskNotice.Tone tone() {
        if (!refused.isEmpty() || !missing.isEmpty() || !boxes.isEmpty()) {
            return DeskNotice.Tone.ATTENTION;
        }
        return members.size() < size ? DeskNotice.Tone.CALM : DeskNotice.Tone.DONE;
    }

    private Wording places() {
        return new Wording(
                String.join("; ", boxes.values().stream().map(Wording::german).toList()),
                String.join("; ", boxes.values().stream().map(Wording::english).toList()));
    }

    private static Wording names(Collection<String> names) {
        return Wording.same(String.join(", ", names));
    }

    private static Wording with(Wording one, Wording other) {
        return new Wording(
                (one.german() + " " + other.german()).strip(), (one.english() + " " + other.english()).strip());
    }

    private static Wording count(int people) {
        return Wording.same(String.valueOf(people));
    }
}
