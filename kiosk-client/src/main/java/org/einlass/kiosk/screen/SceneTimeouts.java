package org.einlass.kiosk.screen;

import java.time.Duration;
import java.util.Optional;

/**
 * How long scenes stay that end by themselves.
 *
 * @param greeting welcome, first or again, where no badge is printed
 * @param badge "your badge is ready"
 * @param counter "please go to the counter": long enough to read twice
 * @param hint how to go on, read once
 * @param language how long a language stays chosen on a screen that nobody uses
 * @param more how much longer a guest's scene stays each time the guest asks for it
 */
public record SceneTimeouts(
        Duration greeting, Duration badge, Duration counter, Duration hint, Duration language, Duration more) {

    /** What suits a queue. */
    public static SceneTimeouts usual() {
        return new SceneTimeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(9),
                Duration.ofSeconds(5),
                Duration.ofSeconds(45),
                Duration.ofSeconds(40));
    }

    /** The same while many guests wait: who is welcome leaves the screen to the next one sooner. */
    public SceneTimeouts inRush() {
        return new SceneTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), counter, hint, language, more);
    }

    /** Empty for scenes that stay until something happens. */
    Optional<Duration> of(Scene.Stay stay) {
        return switch (stay) {
            case NOBODYS, UNTIL_DONE -> Optional.empty();
            case HINT -> Optional.of(hint);
            case GREETING -> Optional.of(greeting);
            case BADGE -> Optional.of(badge);
            case COUNTER -> Optional.of(counter);
        };
    }
}
