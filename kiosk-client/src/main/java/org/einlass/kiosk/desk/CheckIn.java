package org.einlass.kiosk.desk;

import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.jspecify.annotations.Nullable;

/**
 * A check-in at this desk that has no verdict yet.
 *
 * @param person null where nobody knows who showed the code
 * @param made what the desk journalled for it before: a walk-in, a substitution
 * @param order the badge of somebody who was registered just now; null for everybody else
 * @param group the delegation that it belongs to; null for none
 */
record CheckIn(
        @Nullable DeskPerson person,
        List<EntryId> made,
        @Nullable BadgeOrder order,
        @Nullable GroupCheckIn group) {

    CheckIn {
        made = List.copyOf(made);
    }

    /** Of somebody who comes alone. */
    CheckIn(@Nullable DeskPerson person, List<EntryId> made, @Nullable BadgeOrder order) {
        this(person, made, order, null);
    }

    /** Of somebody who is registered already, or of whoever a code belongs to. */
    static CheckIn of(@Nullable DeskPerson person) {
        return new CheckIn(person, List.of(), null);
    }

    Wording who() {
        return person == null ? DeskSentences.SOMEBODY.say() : Wording.same(person.name());
    }

    /** What one key takes back once {@code scan} has let the person in. */
    UndoableAction undoable(EntryId scan) {
        return new UndoableAction(
                DeskSentences.CHECK_IN.say(who()),
                person,
                Stream.concat(Stream.of(scan), made.stream()).toList());
    }
}
