package org.einlass.kiosk.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.einlass.kiosk.team.TeamPin.Attempt;
import org.junit.jupiter.api.Test;

class TeamPinTest {
    private Instant now = Instant.parse("2022-07-04T07:12:00Z");

    @Test
    void opensByTheRightDigitsAndAfterFiveWrongOnesNotForAMinute() {
        TeamPin pin = new TeamPin("4711", () -> now);
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(pin.enter("0000")).isEqualTo(Attempt.WRONG);
        }
        assertThat(pin.enter("0000")).isEqualTo(Attempt.BARRED);
        assertThat(pin.enter("4711")).isEqualTo(Attempt.BARRED);

        now = now.plus(Duration.ofSeconds(61));

        assertThat(pin.enter("4711")).isEqualTo(Attempt.OPENED);
    }

    @Test
    void withoutAPinNothingOpens() {
        assertThat(new TeamPin("", () -> now).enter("")).isEqualTo(Attempt.NONE);
    }
}
