package org.einlass.server.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How misses add up and go again, with a clock that the test turns. */
final class SignInThrottleTest {
    private static final String HERE = "192.0.2.7";

    private final TurnedClock clock = new TurnedClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void anAddressRecoversWhileItIsUsed() {
        for (int guess = 0; guess < 25; guess++) {
            clock.turn(throttle.begin("a" + guess, HERE).pause());
            throttle.begin("b" + guess, HERE);
        }
        assertThat(throttle.begin("holder", HERE).isAllowed()).isFalse();

        for (int use = 0; use < 240; use++) {
            clock.turn(Duration.ofSeconds(30));
            if (throttle.begin("holder", HERE).isAllowed()) {
                throttle.succeeded("holder", HERE);
            }
        }

        assertThat(throttle.begin("holder", HERE).isAllowed()).isTrue();
        assertThat(throttle.begin("another", HERE).isAllowed()).isTrue();
    }

    @Test
    void whoeverGuessesAtTheEndOfEachPauseMeetsTheLongestOne() {
        Duration longest = Duration.ZERO;
        for (int guess = 0; guess < 100; guess++) {
            SignInThrottle.Attempt attempt = throttle.begin("account" + guess, HERE);
            clock.turn(attempt.pause());
            longest = attempt.pause();
            if (!attempt.isAllowed()) {
                throttle.begin("account" + guess, HERE);
            }
        }
        assertThat(longest).isGreaterThan(Duration.ofMinutes(8));
    }

    @Test
    void linksShareNoLimitButThatOfTheAddress() {
        for (int other = 0; other < 100; other++) {
            SignInThrottle.Attempt attempt = throttle.begin("", "198.51.100." + other);
            assertThat(attempt).isEqualTo(new SignInThrottle.Attempt(Duration.ZERO, false));
        }
        for (int guess = 0; guess < 20; guess++) {
            throttle.begin("", HERE);
        }
        assertThat(throttle.begin("", HERE).isAllowed()).isFalse();
    }
}
