package org.einlass.kiosk.desk.paper;

import java.util.Locale;
import java.util.Optional;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.UndoableAction;

/** The desk for which something is printed; on its controller's loop, but for {@link #onLoop}. */
public interface PrintingDesk {

    /** Runs on the controller's loop, and the screen is told then. From any thread. */
    void onLoop(Runnable work);

    /** What its screen says about the print from now on. */
    void say(DeskNotice notice);

    /** What the window speaks, and so the paper. From any thread. */
    Locale language();

    /** Who is shown in full. */
    Optional<DeskPerson> shown();

    DeskState state();

    /** What one key takes back from now on. */
    void canUndo(UndoableAction action);
}
