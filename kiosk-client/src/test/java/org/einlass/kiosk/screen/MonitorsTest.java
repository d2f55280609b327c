package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk's window on a machine with two monitors, on a real X server. */
@Tag("scanner")
@Timeout(120)
class MonitorsTest {

    @ParameterizedTest
    @CsvSource({"1, 1280", "2, 800", "no such monitor, 1280"})
    void theWindowCoversTheMonitorThatTheSettingNames(String monitor, int width) throws Exception {
        try (ScannedProgram kiosk = ScannedProgram.open(monitor)) {
            List<String> is = List.of(kiosk.ask("monitor").split(ScannedProgram.BETWEEN));

            assertThat(is.get(2)).isEqualTo(Integer.toString(width));
            assertThat(is.get(3)).contains(".0").contains(".1");
        }
    }

    @Test
    void aMonitorIsNamedByTheSystemsNameOrByItsNumber() {
        assertThat(Monitors.isMeant(":0.1", ":0.1", 2)).isTrue();
        assertThat(Monitors.isMeant("\\display1", "\\Display1", 1)).isTrue();
        assertThat(Monitors.isMeant("2", ":0.1", 2)).isTrue();
        assertThat(Monitors.isMeant("1", ":0.1", 2)).isFalse();
    }
}
