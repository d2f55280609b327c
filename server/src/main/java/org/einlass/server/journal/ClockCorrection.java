package org.einlass.server.journal;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.journal.DeviceTime;

/**
 * What is known of the clocks of some devices: the best sample of each of their boots. Used by one thread.
 */
final class ClockCorrection {
    private static final long UNSURE = Duration.ofDays(1).toMillis();
    private static final Comparator<ClockSample> FIRST_BOOT = Comparator.comparingLong(ClockSample::base)
            .thenComparing(sample -> sample.boot().toString());

    private final Map<DeviceId, Map<BootId, ClockSample>> boots = new HashMap<>();

    /** Keeps a sample where it says more than what is known of its boot. @return whether it does */
    boolean learn(DeviceId device, ClockSample sample) {
        Map<BootId, ClockSample> known = boots.computeIfAbsent(device, same -> new HashMap<>());
        ClockSample best = known.get(sample.boot());
        boolean news = best == null || sample.isBetterThan(best);
        if (news) {
            known.put(sample.boot(), sample);
        }
        return news;
    }

    Optional<ClockSample> best(DeviceId device, BootId boot) {
        return Optional.ofNullable(boots.getOrDefault(device, Map.of()).get(boot));
    }

    /**
     * The corrected time of an entry. Without contact in its boot, the device's error in its first known
     * boot.
     */
    CorrectedTime correct(DeviceId device, DeviceTime time) {
        return best(device, time.boot())
                .map(sample ->
                        new CorrectedTime(sample.base() + time.monotonic().toMillis(), sample.uncertainty(), true))
                .orElseGet(() -> new CorrectedTime(time.wall().toEpochMilli() + wallError(device), UNSURE, false));
    }

    /**
     * How far the device's own clock was off in the first boot that had contact, in milliseconds; 0 where
     * none had.
     */
    long wallError(DeviceId device) {
        return boots.getOrDefault(device, Map.of()).values().stream()
                .min(FIRST_BOOT)
                .map(ClockSample::wallError)
                .orElse(0L);
    }
}
