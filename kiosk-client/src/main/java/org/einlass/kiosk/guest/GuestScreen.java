package org.einlass.kiosk.guest;

import java.util.List;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;

/** Where guests are asked, and learn what became of what they said. Called on the gate's loop. */
public interface GuestScreen {

    /** The guest of {@code scan} has put the name right; a badge with it is on its way. */
    default void nameCorrected(EntryId scan) {}

    /**
     * The guest of {@code scan} is to be asked about photographs; the badge waits for {@link
     * GuestDialogues#answerPhotographs}.
     *
     * @return whether there is anybody who can answer; else the badge is printed at once
     */
    default boolean asksPhotographs(EntryId scan) {
        return false;
    }

    /** The guest of {@code scan} may answer these, by {@link GuestDialogues#answerQuestion}; nothing waits for it. */
    default void asksQuestions(EntryId scan, List<OrganiserQuestion> questions) {}
}
