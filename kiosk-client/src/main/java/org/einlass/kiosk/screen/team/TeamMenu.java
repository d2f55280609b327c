package org.einlass.kiosk.screen.team;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.kiosk.team.CameraSight;

/**
 * What the team reads and may do at a kiosk, once it has entered its PIN. Called on the event thread, so it returns at
 * once.
 */
public interface TeamMenu {
    /** What needs somebody now; empty while all is well. */
    List<Wording> words();

    /** What the camera sees now; empty where the device has none. */
    default Optional<CameraSight> camera() {
        return Optional.empty();
    }

    /** Ends serving guests and waits to be enrolled once more; the journal and its server stay until then. */
    void setUpAgain();

    /** Ends the program. */
    void leave();
}
