package org.einlass.kiosk.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;

/**
 * A delegation that is checked in as one guest: one after the other, so that the badges come out in the order of the
 * list, and one key takes all of them back. On the controller's loop.
 */
final class GroupCheckIn {
    private final DeskController controller;
    private final DeskView view;
    private final String organisation;
    private final Deque<DeskPerson> left;
    private final int size;
    private final List<EntryId> entries = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<EntryId> printed = new HashSet<>();

    GroupCheckIn(DeskController controller, DeskView view, String organisation, List<DeskPerson> members) {
        this.controller = controller;
        this.view = view;
        this.organisation = organisation;
        this.left = new ArrayDeque<>(members);
        this.size = members.size();
    }

    /** The next of them has a turn. */
    void next() {
        DeskPerson person = left.poll();
        if (person == null) {
            return;
        }
        controller.scan(
                new CheckIn(person, List.of(), null, this),
                GateReading.of(person.badge().code()));
        view.notice = said();
    }

    /** One of them has a verdict. */
    void decided(DeskPerson person, ShownOutcome outcome) {
        if (outcome.outcome().verdict() == Verdict.REFUSED) {
            refused.add(person.name());
        } else {
            entries.add(0, outcome.scan());
            controller.canUndo(new UndoableAction(
                    DeskSentences.GROUP.say(Wording.same(organisation), count(entries.size())), null, entries));
        }
        view.notice = said();
        next();
    }

    /** One of them has none; the others go on. */
    void undecided(DeskPerson person) {
        refused.add(person.name());
        view.notice = said();
        next();
    }

    /** Whether one of them came by this scan. */
    boolean has(EntryId scan) {
        return entries.contains(scan);
    }

    /** The badge of one of them is printed. */
    void printed(EntryId scan) {
        printed.add(scan);
        view.notice = said();
    }

    private DeskNotice said() {
        Wording names = Wording.same(String.join(", ", refused));
        Wording there = count(entries.size());
        if (!refused.isEmpty()) {
            return DeskSentences.GROUP_WITHOUT.attention(there, count(size), Wording.same(organisation), names);
        }
        DeskSentences sentence = entries.size() < size ? DeskSentences.GROUP_COMES : DeskSentences.GROUP_THERE;
        return entries.size() < size
                ? sentence.calm(there, count(size), Wording.same(organisation))
                : sentence.done(count(size), Wording.same(organisation), count(printed.size()));
    }

    private static Wording count(int people) {
        return Wording.same(String.valueOf(people));
    }
}
