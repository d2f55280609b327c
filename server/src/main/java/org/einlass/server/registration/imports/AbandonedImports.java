package org.einlass.server.registration.imports;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Takes back what is left of imports that did not come to their end: at the start those that ended with the
 * server before, and every minute those that another server left, or that could not be taken back at once. No
 * clock of day is asked: one may have been reset by the power cut that cut the import off.
 */
public final class AbandonedImports implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AbandonedImports.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A server writes a slice far more often than that. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private final ImportUndo imports;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Future<?> looking;

    /** How an import was found, and since when it has been so. */
    private record Seen(OpenImport open, long since) {}

    /**
     * @param alone whether no other server works on the database: then nobody else's import is running
     * @param nanos a clock that only goes on, as {@link System#nanoTime}
     */
    public AbandonedImports(ImportUndo imports, boolean alone, ScheduledExecutorService executor, LongSupplier nanos) {
        this.imports = imports;
        this.nanos = nanos;
        if (alone) {
            executor.execute(() -> takeBack(every -> true));
        }
        this.looking = executor.scheduleWithFixedDelay(
                () -> takeBack(this::isSilent), LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether nothing of an import was written for a while, as far as this server has seen. */
    private synchronized boolean isSilent(OpenImport open) {
        long now = nanos.getAsLong();
        Seen before = seen.get(open.id());
        if (before == null || !before.open().equals(open)) {
            seen.put(open.id(), new Seen(open, now));
            return false;
        }
        return now - before.since() >= SILENCE.toNanos();
    }

    /** Whatever happens, the next look comes. */
    private void takeBack(Predicate<OpenImport> abandoned) {
        try {
            imports.takeBackAbandoned(abandoned);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Lists that were cut off are not looked for yet: {0}", failed.getMessage());
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
