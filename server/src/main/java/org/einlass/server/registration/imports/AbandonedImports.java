package org.einlass.server.registration.imports;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes back what is left of imports that did not come to their end: at the start those that ended with the
 * server before, and every minute those that another server left, or that could not be taken back at once.
 */
public final class AbandonedImports implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AbandonedImports.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A server writes a slice far more often than that, and several servers' clocks differ by less. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final ImportUndo imports;
    private final Future<?> looking;

    /** @param alone whether no other server works on the database: then nobody else's import is running */
    public AbandonedImports(ImportUndo imports, boolean alone, ScheduledExecutorService executor, Clock clock) {
        this.imports = imports;
        Instant start = clock.instant();
        if (alone) {
            executor.execute(() -> takeBack(start));
        }
        this.looking = executor.scheduleWithFixedDelay(
                () -> takeBack(clock.instant().minus(SILENCE)),
                LOOK_EVERY.toSeconds(),
                LOOK_EVERY.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Whatever happens, the next look comes. */
    private void takeBack(Instant since) {
        try {
            imports.takeBackAbandoned(since);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "A list that was cut off is not taken back yet: {0}", failed.getMessage());
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
