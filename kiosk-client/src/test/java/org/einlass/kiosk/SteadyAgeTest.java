package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyAgeTest {
    private static final Instant HEARD = Instant.parse("2026-12-01T09:00:00Z");

    private final SteadyAge age = new SteadyAge();

    @ParameterizedTest
    @ValueSource(longs = {0, 2, -2, 10_800, -18_000, 259_200, -259_200})
    void aClockThatIsSetMakesNothingOlderOrYounger(long jump) {
        ageAt(HEARD, HEARD.plusSeconds(2), 0);

        assertThat(ageAt(HEARD, HEARD.plusSeconds(32 + jump), 30)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void whatWasThereBeforeTheStartIsAsOldAsTheClockSays() {
        assertThat(ageAt(HEARD, HEARD.plusSeconds(7_200), 0)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatIsHeardAnewIsNewAlsoUnderAnotherClock() {
        ageAt(HEARD, HEARD.plusSeconds(600), 0);
        Instant anew = HEARD.plusSeconds(20_000);

        assertThat(ageAt(anew, anew.plusSeconds(1), 601)).isEqualTo(Duration.ofSeconds(1));
    }

    private Duration ageAt(Instant at, Instant now, long seconds) {
        return Duration.between(age.byTheClock(at, now, seconds * 1_000_000_000), now);
    }
}
