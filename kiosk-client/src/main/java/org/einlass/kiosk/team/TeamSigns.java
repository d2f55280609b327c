package org.einlass.kiosk.team;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.kiosk.words.MessageBundle;

/** What of a device's condition needs the team, in the order in which it is shown. None while all is well. */
public final class TeamSigns {
    /** Longer than a server takes to say that nothing has changed. */
    static final Duration OLD_ROSTER = Duration.ofMinutes(10);

    /** More than a busy minute leaves behind. */
    static final long MANY_WAITING = 50;

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.team.team");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private TeamSigns() {}

    /** What needs somebody now. */
    public static List<TeamSign> of(DeviceCondition is) {
        List<TeamSign> signs = new ArrayList<>();
        message(is, signs);
        server(is, signs);
        roster(is, signs);
        journal(is, signs);
        if (is.printer() != null) {
            signs.add(new TeamSign(DeviceFault.PRINTER, is.printer()));
        }
        if (is.camera() != null) {
            signs.add(new TeamSign(DeviceFault.CAMERA, is.camera()));
        }
        switch (is.scanner()) {
            case NOTHING -> {}
            case LINE_END -> add(signs, DeviceFault.SCANNER, "scanner.noLineEnd");
            case KEYBOARD -> add(signs, DeviceFault.SCANNER, "scanner.noKeyboard");
        }
        if (!is.sureOfTime()) {
            add(signs, DeviceFault.CLOCK, "clock.unsure");
        }
        return List.copyOf(signs);
    }

    private static void message(DeviceCondition is, List<TeamSign> signs) {
        DeviceMessage message = is.message();
        if (message != null) {
            add(
                    signs,
                    DeviceFault.MESSAGE,
                    "message",
                    TIME.format(message.sentAt().atZone(is.zone())),
                    message.text());
        }
    }

    private static void server(DeviceCondition is, List<TeamSign> signs) {
        switch (is.server()) {
            case ANSWERS -> {}
            case SILENT -> add(signs, DeviceFault.SERVER, "server.silent");
            case UNTRUSTED -> add(signs, DeviceFault.SERVER, "server.untrusted");
            case DENIES -> add(signs, DeviceFault.SERVER, "server.denies");
            case BLOCKS -> add(signs, DeviceFault.SERVER, "server.blocks");
            case KNOWS_NO_DOOR -> add(signs, DeviceFault.DOOR, "door.unknown");
        }
    }

    private static void roster(DeviceCondition is, List<TeamSign> signs) {
        Instant heard = is.rosterHeard();
        if (!is.hasRoster()) {
            add(signs, DeviceFault.ROSTER, "roster.none");
        } else if (heard == null) {
            add(signs, DeviceFault.ROSTER, "roster.ofNoAge");
        } else if (Duration.between(heard, is.now()).compareTo(OLD_ROSTER) > 0) {
            add(signs, DeviceFault.ROSTER, "roster.old", TIME.format(heard.atZone(is.zone())));
        }
    }

    private static void journal(DeviceCondition is, List<TeamSign> signs) {
        if (is.disk() != null) {
            signs.add(new TeamSign(DeviceFault.JOURNAL, is.disk()));
        } else if (is.rejected() > 0) {
            add(signs, DeviceFault.JOURNAL, "journal.rejected", is.rejected());
        } else if (is.waiting() > MANY_WAITING || (is.waiting() > 0 && is.server() != DeviceCondition.Server.ANSWERS)) {
            add(signs, DeviceFault.JOURNAL, "journal.waiting", is.waiting());
        }
    }

    private static void add(List<TeamSign> signs, DeviceFault fault, String key, Object... parts) {
        signs.add(new TeamSign(fault, WORDS.say(key, parts)));
    }
}
