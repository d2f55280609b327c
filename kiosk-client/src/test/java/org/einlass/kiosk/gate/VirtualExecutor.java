package org.einlass.kiosk.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A loop without a thread, in a time of its own: things happen when the test lets time pass, always in the
 * same order.
 */
public final class VirtualExecutor implements SerialExecutor, InstantSource {
    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));
    private final Instant start;
    private long nanos;
    private long number;

    private record Due(long nanos, long number, Runnable task) {}

    public VirtualExecutor(Instant start) {
        this.start = start;
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        dues.add(new Due(nanos + Math.max(0, delay.toNanos()), number++, task));
    }

    /** Lets {@code time} pass, with all that happens in it. */
    public void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (!dues.isEmpty() && dues.peek().nanos() <= until) {
            Due due = dues.remove();
            nanos = Math.max(nanos, due.nanos());
            due.task().run();
        }
        nanos = until;
    }

    /** What is due at this very moment. */
    public void settle() {
        pass(Duration.ZERO);
    }

    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos);
    }
}
