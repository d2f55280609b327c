package org.einlass.server.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the backups stand, as the folder shows at this moment.
 *
 * @param folder where they are
 * @param reachable whether that folder can be written
 * @param onDataDisk whether it lies on the same disk as the data, so that both can be lost together
 * @param every the time from one backup to the next; zero makes none by itself
 * @param running whether one is being made
 * @param obstacle why the last attempt of this server made none; absent where it made one
 * @param kept the backups in the folder, the newest first
 */
public record BackupState(
        String folder,
        boolean reachable,
        boolean onDataDisk,
        Duration every,
        boolean running,
        @Nullable BackupObstacle obstacle,
        List<Backup> kept) {
    private static final Duration ALLOWED_WITHOUT_SCHEDULE = Duration.ofHours(24);
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    public BackupState {
        kept = List.copyOf(kept);
    }

    /** The newest good one. */
    public Optional<Backup> last() {
        return kept.stream().findFirst();
    }

    /** How old the newest good one is; empty where there is none, or where it seems to come from the future. */
    public Optional<Duration> age(Instant now) {
        return last().filter(backup -> backup.madeAt().isBefore(now.plus(CLOCK_SLACK)))
                .map(backup -> Duration.between(backup.madeAt(), now))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /** Whether it is time for the next one. */
    boolean isDue(Instant now) {
        return !every.isZero() && age(now).map(age -> age.compareTo(every) >= 0).orElse(true);
    }

    /** Whether somebody has to look after the backups: there is none, or none for twice the usual time. */
    public boolean isOverdue(Instant now) {
        Duration allowed = every.isZero() ? ALLOWED_WITHOUT_SCHEDULE : every.multipliedBy(2);
        return age(now).map(age -> age.compareTo(allowed) > 0).orElse(true);
    }
}
