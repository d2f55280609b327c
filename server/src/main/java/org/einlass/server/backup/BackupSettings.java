package org.einlass.server.backup;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where backups go, how often, and how many are kept.
 *
 * @param data the server's data folder
 * @param folder where backups go
 * @param every the time from one backup to the next; zero makes none by itself
 * @param keep how many of the newest are kept, at least 1
 */
public record BackupSettings(Path data, Path folder, Duration every, int keep) {
    private static final int USUAL_HOURS = 6;
    private static final int MOST_HOURS = 720;
    private static final int USUAL_KEEP = 28;
    private static final int MOST_KEEP = 10_000;

    /** As the launcher says it in {@code einlass.backup.folder}, {@code .hours} and {@code .keep}. */
    public static BackupSettings ofOptions(Path data) {
        Path folder = Path.of(
                System.getProperty("einlass.backup.folder", ownFolder(data).toString()));
        int hours = within(Integer.getInteger("einlass.backup.hours", USUAL_HOURS), 0, MOST_HOURS);
        int keep = within(Integer.getInteger("einlass.backup.keep", USUAL_KEEP), 1, MOST_KEEP);
        return new BackupSettings(data, folder, Duration.ofHours(hours), keep);
    }

    private static int within(int number, int least, int most) {
        return Math.max(least, Math.min(most, number));
    }

    private static Path ownFolder(Path data) {
        return data.resolve("backups");
    }

    /** Whether backups go into the data folder itself, where nobody has named another one. */
    boolean isOwnFolder() {
        return folder.equals(ownFolder(data));
    }

    /** Where the unencrypted copy lies while a backup is made; the launcher empties it at each start. */
    Path work() {
        return data.resolve("server/backup");
    }
}
