package org.einlass.server.rest.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each sender may come: a bucket of tokens for each, which time fills again. Whoever came longest
 * ago is forgotten first, so that invented senders do not fill the memory. Any thread may call it.
 */
final class RequestRate {
    private static final int MOST_SENDERS = 20_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    /**
     * A rate.
     *
     * @param perSecond how many requests a second a sender may send for ever
     * @param burst how many at once
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    RequestRate(double perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    private record Bucket(double level, long since) {}

    /** Takes one of the sender's tokens. @return how long to wait for the next one; zero where it was taken */
    synchronized Duration take(String sender) {
        long now = nanos.getAsLong();
        Bucket last = buckets.getOrDefault(sender, new Bucket(burst, now));
        double level = Math.min(burst, last.level() + (now - last.since()) / NANOS * perSecond);
        boolean taken = level >= 1;
        buckets.put(sender, new Bucket(taken ? level - 1 : level, now));
        return taken ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - level) / perSecond * NANOS));
    }
}
