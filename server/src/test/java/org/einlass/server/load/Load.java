package org.einlass.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Requests sent over a number of connections, and how long each waited for its answer. */
final class Load {
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final URI server;
    private final Supplier<byte[]> requests;
    private final String wanted;

    /** @param wanted stands in every right answer */
    Load(URI server, Supplier<byte[]> requests, String wanted) {
        this.server = server;
        this.requests = requests;
        this.wanted = wanted;
    }

    /**
     * What was measured.
     *
     * @param wrong answers that were not the wanted ones
     * @param waits in nanoseconds
     */
    record Measured(long wrong, double seconds, Histogram waits) {
        double rate() {
            return waits.getTotalCount() / seconds;
        }

        double millis(double percentile) {
            return waits.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Each connection asks, waits for its answer and asks again. */
    Measured closed(int lines, Duration duration) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        return run(lines, start, (plainConnection, waits) -> {
            long wrong = 0;
            for (long due = System.nanoTime(); due < end; due = System.nanoTime()) {
                wrong += ask(plainConnection, waits, due);
            }
            return wrong;
        });
    }

    /** One connection, a number of requests one after the other. */
    Measured alone(int count) {
        return run(1, System.nanoTime(), (plainConnection, waits) -> {
            long wrong = 0;
            for (int i = 0; i < count; i++) {
                wrong += ask(plainConnection, waits, System.nanoTime());
            }
            return wrong;
        });
    }

    /**
     * Requests come when they come, {@code rate} a second: each waits from the moment it was due, not from
     * when it was sent.
     */
    Measured open(int lines, int rate, Duration duration) {
        long start = System.nanoTime();
        long count = rate * duration.toMillis() / 1000;
        AtomicLong next = new AtomicLong();
        return run(lines, start, (plainConnection, waits) -> {
            long wrong = 0;
            for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                wrong += ask(plainConnection, waits, due);
            }
            return wrong;
        });
    }

    private long ask(PlainConnection plainConnection, Histogram waits, long due) throws IOException {
        boolean right = plainConnection.send(requests.get()) == 200
                && plainConnection.body().contains(wanted);
        waits.recordValue(System.nanoTime() - due);
        return right ? 0 : 1;
    }

    /** What one connection does until it is done. @return wrong answers */
    private interface Work {
        long on(PlainConnection plainConnection, Histogram waits) throws IOException;
    }

    private Measured run(int lines, long start, Work work) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            workers.add(new Worker(work));
        }
        workers.forEach(Thread::start);
        Histogram all = histogram();
        long wrong = 0;
        for (Worker worker : workers) {
            wrong += worker.await();
            all.add(worker.waits);
        }
        return new Measured(wrong, (System.nanoTime() - start) / 1e9, all);
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST, 3);
    }

    private final class Worker extends Thread {
        private final Work work;
        private final Histogram waits = histogram();
        private long wrong;
        private IOException failure;

        private Worker(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            try (PlainConnection plainConnection = new PlainConnection(server)) {
                wrong = work.on(plainConnection, waits);
            } catch (IOException e) {
                failure = e;
            }
        }

        private long await() {
            try {
                join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw new UncheckedIOException(failure);
            }
            return wrong;
        }
    }
}
