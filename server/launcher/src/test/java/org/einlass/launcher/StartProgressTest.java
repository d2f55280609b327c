package org.einlass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.einlass.launcher.StartProgress.Sample;
import org.junit.jupiter.api.Test;

final class StartProgressTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LITTLE = Duration.ofSeconds(1);

    private final StartProgress progress = new StartProgress(PATIENCE);

    @Test
    void aServerWhoseLogGrowsMayTakeAnHour() {
        for (int minute = 1; minute <= 60; minute++) {
            assertThat(progress.isStuck(new Sample(Duration.ofMinutes(minute), minute, LITTLE)))
                    .isFalse();
        }
    }

    @Test
    void aServerThatUsesTheProcessorMayTakeAnHour() {
        for (int minute = 1; minute <= 60; minute++) {
            Duration used = StartProgress.WORK.dividedBy(2).multipliedBy(minute);
            assertThat(progress.isStuck(new Sample(Duration.ofMinutes(minute), 7, used)))
                    .isFalse();
        }
    }

    @Test
    void aServerThatDoesNothingIsStuckAfterItsPatience() {
        assertThat(progress.isStuck(new Sample(Duration.ofMinutes(1), 7, LITTLE)))
                .isFalse();
        assertThat(progress.isStuck(new Sample(Duration.ofMinutes(4), 7, LITTLE)))
                .isFalse();

        assertThat(progress.isStuck(new Sample(Duration.ofMinutes(4).plusMillis(1), 7, LITTLE)))
                .isTrue();
    }

    @Test
    void whatAHangingServerUsesForItsTimersIsNoProgress() {
        boolean stuck = false;
        for (int second = 1; second <= 400; second++) {
            stuck |= progress.isStuck(new Sample(Duration.ofSeconds(second), 7, Duration.ofMillis(second * 15L)));
        }

        assertThat(stuck).isTrue();
    }
}
