package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a desk's screen shows at one moment; never changed, so that any thread may hold it.
 *
 * @param open false while the desk is locked: nothing personal is in the state then
 * @param opening what a locked desk waits for
 * @param operator who stands at the desk; empty while it is locked
 * @param typed how many texts of the search field were taken in so far
 * @param query what {@code found} answers
 * @param found whom the search found, the likeliest first
 * @param selected which of them is meant, from 0
 * @param person who is shown in full; null for nobody
 * @param handled whether nothing is left to do for {@code person} but what its keys offer
 * @param notice what was done last; null where nothing was
 * @param undoable what one key takes back, as a noun; null where there is nothing
 * @param form what is being filled in; null for nothing
 * @param aside whether a scan has put the form aside: the person is shown, and the form waits
 * @param mayLetIn whether {@code person} was just refused here and may be let in for a reason
 * @param cases what there is to clarify; empty while the desk is locked
 * @param counter this desk's counter; nobody is expected there while the desk is locked
 * @param cleared grows whenever the search field is to be empty again
 */
public record DeskState(
        boolean open,
        DeskOpening opening,
        String operator,
        long typed,
        String query,
        List<DeskPerson> found,
        int selected,
        @Nullable DeskPerson person,
        boolean handled,
        @Nullable DeskNotice notice,
        @Nullable Wording undoable,
        @Nullable DeskForm form,
        boolean aside,
        boolean mayLetIn,
        ClarificationList cases,
        CounterList counter,
        long cleared,
        DeskCorner corner) {

    /** A desk that nobody has opened yet. */
    public static final DeskState LOCKED = new DeskState(
            false,
            DeskOpening.NAME,
            "",
            0,
            "",
            List.of(),
            0,
            null,
            false,
            null,
            null,
            null,
            false,
            false,
            ClarificationList.NONE,
            CounterList.NONE,
            0,
            DeskCorner.UNKNOWN);

    public DeskState {
        found = List.copyOf(found);
    }

    /** Without names. */
    @Override
    public String toString() {
        return "desk, " + (open ? "open, " + found.size() + " found" : "locked");
    }
}
