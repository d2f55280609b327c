package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
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

    @Nullable
    DeskForm form;

    boolean aside;

    @Nullable
    EntryId refused;

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
        form = null;
        aside = false;
        refused = null;
    }

    DeskState state() {
        return new DeskState(
                open,
                operator,
                typed,
                query,
                found,
                selected,
                person,
                handled,
                notice,
                undoable,
                form,
                aside,
                refused != null,
                cleared,
                corner);
    }
}
