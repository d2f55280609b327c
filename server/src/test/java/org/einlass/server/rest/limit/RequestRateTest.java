package org.einlass.server.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RequestRateTest {
    private final AtomicLong now = new AtomicLong();
    private final RequestRate rate = new RequestRate(2, 3, now::get);

    @Test
    void letsABurstThroughAndThenSaysHowLongToWait() {
        assertThat(rate.take("kiosk")).isZero();
        assertThat(rate.take("kiosk")).isZero();
        assertThat(rate.take("kiosk")).isZero();

        assertThat(rate.take("kiosk")).isEqualTo(Duration.ofMillis(500));
        assertThat(rate.take("desk")).as("somebody else").isZero();
    }

    @Test
    void timeFillsTheBucketUpToItsBurst() {
        for (int i = 0; i < 3; i++) {
            rate.take("kiosk");
        }

        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.take("kiosk")).isZero();
        assertThat(rate.take("kiosk")).isEqualTo(Duration.ofMillis(500));

        now.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 3; i++) {
            assertThat(rate.take("kiosk")).isZero();
        }
        assertThat(rate.take("kiosk")).isPositive();
    }
}
