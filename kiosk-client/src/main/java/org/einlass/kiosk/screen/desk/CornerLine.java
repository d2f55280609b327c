package org.einlass.kiosk.screen.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.screen.team.TeamCorner;
import org.einlass.kiosk.team.TeamSign;

/** The team's corner: what the organiser tells the team, server, journal on its way, guest list, list for paper, printer. */
final class CornerLine extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DeskMessages messages;
    private final transient PersonWords words;
    private final JTextArea text;
    private final JTextArea message;
    private final TeamCorner team;

    CornerLine(DeskLook look, DeskMessages messages, ZoneId zone) {
        this.messages = messages;
        this.words = new PersonWords(messages, zone);
        text = new DeskParts(look).text("corner", DeskLook.Role.SMALL, false, "ink");
        message = new DeskParts(look).text("corner.message", DeskLook.Role.BODY, true, "ink");
        setOpaque(false);
        team = new TeamCorner(() -> look.colour("ink"));
        team.setScreenHeight(look.px(1080));
        // letters of other scripts stand a little lower than a text asks for before it is laid out
        setLayout(new MigLayout("insets 0 0 2 0", "[grow, fill][pref!]"));
        add(message, "span 2, wmin 0, hidemode 3, wrap");
        add(text, "wmin 0");
        add(team);
    }

    /** What a touch of the signs does. */
    void onTouch(Runnable action) {
        team.onTouch(action);
    }

    void show(DeskState state) {
        DeskCorner corner = state.corner();
        team.show(corner.signs().stream().map(TeamSign::fault).distinct().toList(), messages.locale());
        String told = corner.signs().stream()
                .filter(sign -> sign.fault() == DeviceFault.MESSAGE && state.open())
                .map(sign -> sign.words().in(messages.locale()))
                .collect(Collectors.joining(" "));
        message.setText(told);
        message.setVisible(!told.isEmpty());
        Instant heard = corner.rosterHeard();
        String list = heard == null ? messages.say("corner.noList") : messages.say("corner.list", words.time(heard));
        Instant paper = corner.paperMade();
        text.setText(String.join(
                "   ·   ",
                messages.say(corner.online() ? "corner.online" : "corner.offline"),
                messages.say("corner.waiting", corner.waiting()),
                list,
                paper == null ? messages.say("corner.noPaper") : messages.say("corner.paper", words.time(paper)),
                messages.say(corner.printer())));
    }
}
