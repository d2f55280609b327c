package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** What the screen shows, as the controller changes it, on the controller's loop only. */
final class DeskView {
    boolean open;
    String operator = "";
    long typed;
    String query = "";
    List<DeskPerson> found = List.of();
    int selected;

    @Nullable
    DeskPerson person;

    boolean handled;

    @Nullable
    DeskNotice notice;

    @Nullable
    Wording undoable;

    DeskCorner corner = DeskCorner.UNKNOWN;
    private long cleared;

    /** The search field is empty again; whoever is shown stays. */
    void emptySearch() {
        query = "";
        found = List.of();
        selected = 0;
        cleared++;
    }

    /** Nothing personal is left. */
    void forget() {
        emptySearch();
        open = false;
        operator = "";
        person = null;
        handled = false;
        notice = null;
        undoable = null;
    }

    DeskState state() {
        return new DeskState(
                open, operator, typed, query, found, selected, person, handled, notice, undoable, cleared, corner);
    }
}
