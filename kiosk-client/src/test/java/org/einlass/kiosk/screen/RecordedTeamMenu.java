package org.einlass.kiosk.screen;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.team.TeamMenu;

/** Keeps what the team chose. */
record RecordedTeamMenu(List<Wording> words, List<String> done) implements TeamMenu {
    @Override
    public void setUpAgain() {
        done.add("set up again");
    }

    @Override
    public void leave() {
        done.add("leave");
    }
}
