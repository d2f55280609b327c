package org.einlass.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.id.BootId;
import org.einlass.contract.journal.DeviceTime;

/**
 * What one contact tells about the clock of one boot of a device.
 *
 * <p>A message that arrives shows the server's clock beside the device's monotonic time. It may have been
 * late, so the least base is the best one; jumps of the device's own clock do not touch it. A server offset
 * in an entry was measured against the device's own clock, which may have jumped since: it counts only as
 * long as no message of that boot has arrived. Both are quantised, so that a slowly drifting clock does not
 * move all times again with every message.
 *
 * @param base server clock minus monotonic time, milliseconds
 * @param uncertainty milliseconds either way
 * @param wallError server clock minus device clock, milliseconds
 */
public record ClockSample(BootId boot, long base, long uncertainty, long wallError, Source source) {
    private static final long QUANTUM = 200;
    private static final long NETWORK = 1_000;

    /** Where the knowledge comes from. */
    enum Source {
        CONTACT,
        OFFSET
    }

    /** A message with the device's time arrived at {@code now}. */
    public static ClockSample arrived(DeviceTime time, Instant now) {
        long base = now.toEpochMilli() - time.monotonic().toMillis();
        long error = now.toEpochMilli() - time.wall().toEpochMilli();
        return new ClockSample(time.boot(), quantised(base), NETWORK, quantised(error), Source.CONTACT);
    }

    /** What an entry's own server offset says, where it has one. */
    static Optional<ClockSample> told(DeviceTime time) {
        Duration offset = time.serverOffset();
        if (offset == null) {
            return Optional.empty();
        }
        long age = time.offsetAge() == null ? 0 : time.offsetAge().toMillis();
        long base = time.wall().plus(offset).toEpochMilli() - time.monotonic().toMillis();
        return Optional.of(new ClockSample(
                time.boot(), quantised(base), NETWORK + age, quantised(offset.toMillis()), Source.OFFSET));
    }

    private static long quantised(long millis) {
        return Math.floorDiv(millis, QUANTUM) * QUANTUM;
    }

    /**
     * Whether this says more than {@code known}. The best of many is the same in whatever order they came.
     */
    boolean isBetterThan(ClockSample known) {
        if (source != known.source) {
            return source == Source.CONTACT;
        }
        if (source == Source.OFFSET && uncertainty != known.uncertainty) {
            return uncertainty < known.uncertainty;
        }
        return base != known.base ? base < known.base : wallError < known.wallError;
    }
}
