package org.einlass.kiosk.desk.state;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What was done last at this desk, as one key takes it back.
 *
 * @param what as a noun: "check-in of Änne Müller"
 * @param person whom it concerned; null where nobody knows
 * @param entries the journal's, the last one first
 */
public record UndoableAction(Wording what, @Nullable DeskPerson person, List<EntryId> entries) {

    public UndoableAction {
        entries = List.copyOf(entries);
    }

    /**
     * What came of taking it back.
     *
     * @param left what still counts, the last one first
     * @param why it does; null where nothing is left
     */
    public record Undone(List<EntryId> left, @Nullable DeskRefusal why) {}

    /** All of it, or what can be of it; what was taken back already is no obstacle. On the gate's loop. */
    public Undone undo(Desk desk) {
        for (int done = 0; done < entries.size(); done++) {
            DeskRefusal why = desk.undo(entries.get(done)).objection().orElse(null);
            if (why != null && why != DeskRefusal.UNDONE_ALREADY) {
                return new Undone(entries.subList(done, entries.size()), why);
            }
        }
        return new Undone(List.of(), null);
    }
}
