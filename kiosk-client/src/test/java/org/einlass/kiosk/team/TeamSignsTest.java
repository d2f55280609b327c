package org.einlass.kiosk.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.kiosk.team.DeviceCondition.Scanner;
import org.einlass.kiosk.team.DeviceCondition.Server;
import org.junit.jupiter.api.Test;

/** What the team's corner shows of a device's condition, and what it says. */
class TeamSignsTest {
    private static final Instant NOW = Instant.parse("2022-07-04T07:12:00Z");
    private static final Wording JAM = new Wording("Papierstau.", "Paper jam.");

    private static DeviceCondition with(Server server, Instant heard, long waiting, long rejected) {
        return new DeviceCondition(
                server,
                true,
                heard,
                waiting,
                rejected,
                null,
                null,
                null,
                Scanner.NOTHING,
                true,
                null,
                NOW,
                ZoneId.of("Europe/Berlin"));
    }

    private static List<DeviceFault> faults(DeviceCondition condition) {
        return TeamSigns.of(condition).stream().map(TeamSign::fault).toList();
    }

    @Test
    void saysNothingWhileAllIsWell() {
        assertThat(TeamSigns.of(with(Server.ANSWERS, NOW, 3, 0))).isEmpty();
    }

    @Test
    void showsEachFaultByItsOwnSign() {
        DeviceCondition bad = new DeviceCondition(
                Server.SILENT,
                false,
                null,
                3,
                0,
                null,
                JAM,
                JAM,
                Scanner.LINE_END,
                false,
                null,
                NOW,
                ZoneId.of("Europe/Berlin"));

        assertThat(faults(bad))
                .containsExactly(
                        DeviceFault.SERVER,
                        DeviceFault.ROSTER,
                        DeviceFault.JOURNAL,
                        DeviceFault.PRINTER,
                        DeviceFault.CAMERA,
                        DeviceFault.SCANNER,
                        DeviceFault.CLOCK);
        assertThat(TeamSigns.of(bad))
                .allSatisfy(sign -> assertThat(sign.words().english()).endsWith("."));
    }

    @Test
    void saysOfAKeyboardThatAnotherWindowHasTakenWhatToDo() {
        DeviceCondition away = new DeviceCondition(
                Server.ANSWERS,
                true,
                NOW,
                0,
                0,
                null,
                null,
                null,
                Scanner.KEYBOARD,
                true,
                null,
                NOW,
                ZoneId.of("Europe/Berlin"));

        assertThat(faults(away)).containsExactly(DeviceFault.SCANNER);
        assertThat(TeamSigns.of(away).get(0).words().german())
                .contains("Fenster")
                .contains("noch einmal");
    }

    @Test
    void saysWhatTheOrganiserTellsTheTeamFirstAndAsItStands() {
        DeviceCondition told = new DeviceCondition(
                Server.SILENT,
                true,
                NOW,
                0,
                0,
                null,
                null,
                null,
                Scanner.NOTHING,
                true,
                new DeviceMessage(new UUID(0, 1), "Bus steht im Stau, {0} kommt später", NOW),
                NOW,
                ZoneId.of("Europe/Berlin"));

        assertThat(faults(told)).containsExactly(DeviceFault.MESSAGE, DeviceFault.SERVER);
        assertThat(TeamSigns.of(told).get(0).words().german())
                .isEqualTo("Nachricht der Leitung, 09:12 Uhr: Bus steht im Stau, {0} kommt später");
    }

    @Test
    void namesTheAgeOfAnOldGuestListAndTheNumberOfEntries() {
        List<TeamSign> signs = TeamSigns.of(with(Server.SILENT, NOW.minus(Duration.ofMinutes(11)), 1, 0));

        assertThat(signs.get(1).words().german()).contains("von 09:01 Uhr");
        assertThat(signs.get(2).words().german()).startsWith("Ein Eintrag ist noch zu senden.");
        assertThat(faults(with(Server.ANSWERS, NOW, TeamSigns.MANY_WAITING + 1, 0)))
                .containsExactly(DeviceFault.JOURNAL);
        assertThat(faults(with(Server.ANSWERS, NOW, 1, 1))).containsExactly(DeviceFault.JOURNAL);
    }

    @Test
    void tellsAWrongDoorFromASilentServer() {
        assertThat(faults(with(Server.KNOWS_NO_DOOR, NOW, 0, 0))).containsExactly(DeviceFault.DOOR);
        assertThat(TeamSigns.of(with(Server.DENIES, NOW, 0, 0)).get(0).words().english())
                .contains("enrol the device anew");
    }
}
