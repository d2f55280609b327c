package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FrameBudgetTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Duration FRAME = Duration.ofMillis(40);
    private static final Duration COST = CodeReader.BUDGET;

    /** The gate takes a code for gone after two seconds. */
    private static final Duration HALF_AN_ABSENCE = Duration.ofSeconds(1);

    private final FrameBudget frameBudget = new FrameBudget(0);
    private long now;

    @Test
    void anEmptyHallCostsAFiftiethOfAProcessor() {
        look(Duration.ofSeconds(10), frame(120));

        Duration cost = look(Duration.ofMinutes(5), frame(120));

        assertThat(frameBudget.isIdle(now)).isTrue();
        assertThat(cost)
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(5).dividedBy(50).plus(COST));
    }

    @Test
    void whoeverStepsBeforeTheCameraIsLookedAtAtOnceAndFullyWithinATenthOfASecond() {
        look(Duration.ofSeconds(60), frame(120));

        assertThat(next(frame(60))).isPresent();
        assertThat(frameBudget.isIdle(now)).isFalse();
        boolean full = false;
        for (int frames = 0; frames < 2; frames++) {
            full |= next(frame(60)).orElseThrow().equals(CodeReader.BUDGET);
        }
        assertThat(full).isTrue();
    }

    @Test
    void aCodeThatLiesStillIsReadAgainBeforeItCountsAsGone() {
        look(Duration.ofSeconds(10), frame(120));
        frameBudget.found(now);
        long read = now;
        long longest = 0;
        for (int frames = 0; frames < 1_000; frames++) {
            if (next(frame(120)).filter(CodeReader.BUDGET::equals).isPresent()) {
                frameBudget.spend(COST);
                frameBudget.found(now);
                longest = Math.max(longest, now - read);
                read = now;
            }
        }

        assertThat(Duration.ofNanos(longest)).isPositive().isLessThan(HALF_AN_ABSENCE);
    }

    @Test
    void noiseOfASensorIsNoMovement() {
        look(Duration.ofSeconds(10), frame(120));
        for (int frames = 0; frames < 100; frames++) {
            next(frame(120 + frames % 2 * 6));
        }

        assertThat(frameBudget.isIdle(now)).isTrue();
    }

    @Test
    void aGlanceAtAnEmptyHallWantsAFrameASecondAndAtOneWhoComesTheFrameAtOnce() {
        look(Duration.ofSeconds(10), frame(120));
        int whole = 0;
        for (int glances = 0; glances < 1_500; glances++) {
            now += FRAME.toNanos();
            if (frameBudget.wants(frame(120), now)) {
                whole++;
                frameBudget.budget(frame(120), now).ifPresent(frameBudget::spend);
            }
        }
        assertThat(whole).isBetween(55, 85);
        assertThat(frameBudget.isIdle(now)).isTrue();

        now += FRAME.toNanos();
        assertThat(frameBudget.wants(frame(60), now)).isTrue();
        assertThat(frameBudget.isIdle(now)).isFalse();
        assertThat(frameBudget.budget(frame(60), now)).isPresent();
    }

    /** What the looks at so many frames cost. */
    private Duration look(Duration time, CameraFrame frame) {
        Duration cost = Duration.ZERO;
        for (long end = now + time.toNanos(); now < end; ) {
            Optional<Duration> budget = next(frame);
            if (budget.filter(CodeReader.BUDGET::equals).isPresent()) {
                frameBudget.spend(COST);
                cost = cost.plus(COST);
            }
        }
        return cost;
    }

    private Optional<Duration> next(CameraFrame frame) {
        now += FRAME.toNanos();
        return frameBudget.budget(frame, now);
    }

    private static CameraFrame frame(int grey) {
        byte[] luminance = new byte[WIDTH * HEIGHT];
        Arrays.fill(luminance, (byte) grey);
        return CameraFrame.ofLuminance("hall", luminance, WIDTH, HEIGHT);
    }
}
