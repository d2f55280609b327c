package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The time for which a busy server has asked to be left alone; meanwhile the device decides by itself at
 * once. It is only ever lengthened: an answer to an earlier question does not end it. On the gate's loop.
 */
final class ServerBackOff {
    private final DeviceClock clock;
    private final RandomGenerator chance;
    private long end;

    ServerBackOff(DeviceClock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
        this.end = clock.nanos();
    }

    /**
     * Heeds what a reply asks for: at least that long, and up to half longer, so that not all devices come
     * back at once.
     */
    void heed(Reply<?> reply) {
        Duration asked = reply.retryAfter();
        if (asked.isZero()) {
            return;
        }
        long wanted = Jitter.of(Duration.ZERO, asked, chance).toNanos();
        if (wanted > left().toNanos()) {
            end = clock.nanos() + wanted;
        }
    }

    /** How long it still lasts; zero where nobody asked for it, or where it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - clock.nanos()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
