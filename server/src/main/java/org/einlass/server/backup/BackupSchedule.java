package org.einlass.server.backup;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.einlass.server.rejection.Rejected;

/** Makes a backup whenever the newest one is as old as the settings allow; tries again every ten minutes. */
public final class BackupSchedule implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackupSchedule.class.getName());
    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final BackupService backups;
    private final Clock clock;
    private final Future<?> looking;

    public BackupSchedule(BackupService backups, ScheduledExecutorService executor, Clock clock) {
        this.backups = backups;
        this.clock = clock;
        this.looking = executor.scheduleWithFixedDelay(
                this::look, FIRST_LOOK.toMinutes(), LOOK_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** Makes one where it is due. Whatever happens, the next look comes. */
    private void look() {
        try {
            makeIfDue();
        } catch (Rejected running) {
            LOG.log(Level.DEBUG, "No backup now: {0}", running.getMessage());
        }
    }

    private void makeIfDue() {
        BackupState state = backups.state();
        if (state.running() || !state.isDue(clock.instant())) {
            return;
        }
        backups.make().whenComplete((made, failed) -> {
            if (failed == null) {
                LOG.log(Level.INFO, "The backup {0} was made and checked.", made.name());
            } else {
                LOG.log(Level.WARNING, "No backup was made: {0}", failed.getMessage());
            }
        });
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
