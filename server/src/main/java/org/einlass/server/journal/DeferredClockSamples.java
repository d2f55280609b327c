package org.einlass.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.journal.BootClocks.Met;

/**
 * What questions told of the clocks of devices, until it is worth telling on: a better clock gives all facts of
 * its boot another time, so each device has that done at most once a second, and what came in between is
 * merged. A forged clock that is better with every question costs no more than an honest one. What is not
 * told on when the server ends is lost; the next contact tells it again. On the writer's thread only.
 */
final class DeferredClockSamples {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DEVICES = 10_000;

    /** Of the boots of one device the ones met last; a device has one at a time. */
    private static final int MOST_BOOTS = 4;

    private final Map<Key, Deferred> devices = bounded(MOST_DEVICES);

    private record Key(EventId event, DeviceId device) {}

    /** What one device told since its facts were given other times. */
    private static final class Deferred {
        private final Map<BootId, ClockSample> best = bounded(MOST_BOOTS);
        private Instant last = Instant.MIN;
    }

    /**
     * What is to be told on now of the news that contacts brought, and of what waits of the same devices. All
     * of it stays here until something better comes, so that it may be taken again after a roll-back.
     */
    List<Met> due(EventId event, List<Met> news, Instant now) {
        Map<Key, Deferred> heard = new LinkedHashMap<>();
        for (Met met : news) {
            Key key = new Key(event, met.device());
            Deferred deferred = devices.computeIfAbsent(key, device -> new Deferred());
            deferred.best.merge(
                    met.contact().boot(), met.contact(), (one, other) -> other.isBetterThan(one) ? other : one);
            heard.put(key, deferred);
        }
        List<Met> due = new ArrayList<>();
        heard.forEach((key, deferred) -> {
            if (deferred.last.isAfter(now) || !deferred.last.isAfter(now.minus(PAUSE))) {
                deferred.last = now;
                deferred.best.values().forEach(sample -> due.add(new Met(key.device(), sample)));
            }
        });
        return due;
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
