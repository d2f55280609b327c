package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.jspecify.annotations.Nullable;

/** What one key takes back: whatever was done last at this desk. On the controller's loop. */
final class DeskUndo {
    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskForms forms;
    private final DeskView view;

    DeskUndo(DeskController controller, DeskEdges edges, DeskForms forms, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.forms = forms;
        this.view = view;
    }

    /** Takes back what was done last. */
    void undo() {
        UndoableAction done = view.last;
        if (done == null) {
            view.notice = DeskSentences.NOTHING_TO_UNDO.calm();
            return;
        }
        controller.canUndo(null);
        var unused = edges.device()
                .atDesk(done::undo)
                .whenComplete((undone, broken) -> controller.onLoop(() -> {
                    if (undone == null) {
                        keep(done, done.entries());
                        view.notice = forms.failed(broken);
                    } else if (undone.why() != null) {
                        keep(done, undone.left());
                        view.notice = new DeskNotice(
                                DeskNotice.Tone.ATTENTION, undone.why().sentence());
                    } else {
                        view.notice = DeskSentences.UNDONE.done(done.what());
                        undone(done.person());
                    }
                }));
    }

    /** The same key tries again what is left, unless something else was done since. */
    private void keep(UndoableAction done, List<EntryId> left) {
        if (view.last == null) {
            controller.canUndo(new UndoableAction(done.what(), done.person(), left));
        }
    }

    private void undone(@Nullable DeskPerson person) {
        if (person == null) {
            controller.lookAgain(view.person);
            return;
        }
        edges.people().takeBack(person.registration());
        if (view.shows(person)) {
            controller.lookAgain(person);
            view.handled = false;
            view.shown = null;
        }
    }
}
