package org.einlass.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many taps each link to a room may send: many at once after a time without network, few for ever. Whichever link
 * was used longest ago is forgotten first. Any thread may call it.
 */
final class TapRate {
    /** What one link may send at once. */
    static final int BURST = 200;

    /** What one link may send for ever. */
    static final int PER_SECOND = 2;

    private static final int MOST_LINKS = 5_000;

    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MOST_LINKS;
        }
    };

    private record Level(double taps, Instant since) {}

    /** Takes so many taps of a link, all or none. @return how long to wait for them; zero where they were taken */
    synchronized Duration take(String link, int taps, Instant now) {
        Level last = levels.getOrDefault(link, new Level(BURST, now));
        double passed = Math.max(0, Duration.between(last.since(), now).toMillis()) / 1000.0;
        double level = Math.min(BURST, last.taps() + passed * PER_SECOND);
        boolean taken = level >= taps;
        levels.put(link, new Level(taken ? level - taps : level, now));
        return taken ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((taps - level) / PER_SECOND * 1000));
    }
}
