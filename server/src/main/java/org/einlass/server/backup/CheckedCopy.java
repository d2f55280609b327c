package org.einlass.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.feed.FeedCounts;
import org.einlass.server.feed.FeedCounts.FeedCount;

/**
 * An unencrypted copy of the database in a private folder, compared with its own feed and with that of the running
 * database. Removed when it is closed.
 */
final class CheckedCopy implements AutoCloseable {
    private final Path file;
    private final BackupManifest manifest;

    private CheckedCopy(Path file, BackupManifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /** @throws SQLException where the copy does not fit its feed, or the database cannot be read */
    static CheckedCopy of(Store store, Path folder, Instant now) throws SQLException, IOException {
        Path file = folder.resolve(BackupManifest.DATABASE);
        remove(file);
        try {
            Map<EventId, FeedCount> before = byEvent(store.read(FeedCounts::of));
            BackupManifest manifest = store.copyTo(file, (copy, schema) -> {
                List<FeedCount> counts = FeedCounts.of(copy);
                check(before, counts);
                return new BackupManifest(
                        now,
                        schema,
                        counts.size(),
                        counts.stream().mapToLong(FeedCount::registrations).sum());
            });
            return new CheckedCopy(file, manifest);
        } catch (SQLException | RuntimeException e) {
            remove(file);
            throw e;
        }
    }

    private static Map<EventId, FeedCount> byEvent(List<FeedCount> counts) {
        return counts.stream().collect(Collectors.toMap(FeedCount::event, Function.identity()));
    }

    /** An event that began meanwhile is new in the copy. */
    private static void check(Map<EventId, FeedCount> before, List<FeedCount> copied) {
        Map<EventId, FeedCount> copy = byEvent(copied);
        boolean whole = before.values().stream()
                .allMatch(earlier -> copy.containsKey(earlier.event())
                        && copy.get(earlier.event()).follows(earlier));
        if (!whole) {
            throw new BackupImpossible(BackupObstacle.NOT_COPIED);
        }
    }

    Path file() {
        return file;
    }

    BackupManifest manifest() {
        return manifest;
    }

    private static void remove(Path file) throws IOException {
        for (String ending : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }

    @Override
    public void close() throws IOException {
        remove(file);
    }
}
