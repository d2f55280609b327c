package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What was done last at this desk, as one key takes it back.
 *
 * @param what as a noun: "check-in of Änne Müller"
 * @param person whom it concerned; null where nobody knows
 * @param entries the journal's, the last one first
 */
record UndoableAction(Wording what, @Nullable DeskPerson person, List<EntryId> entries) {

    UndoableAction {
        entries = List.copyOf(entries);
    }
}
