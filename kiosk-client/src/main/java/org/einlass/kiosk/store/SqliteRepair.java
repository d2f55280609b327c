package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * Writes a suspect SQLite file anew, from what SQLite itself reads of it: after a failed fsync the system's memory may show
 * what is not on the disk, so only a new file can be believed.
 *
 * <p>A power cut at any moment leaves either the old file with its log or the complete new one: the name {@code .ready} is
 * the mark of completeness, and the old log goes before the new file takes the old name.
 */
final class SqliteRepair {
    private final Path file;

    SqliteRepair(Path file) {
        this.file = file;
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Rewrites the file. This program holds no connection to it, and no other program writes it. */
    void run() throws SQLException {
        Path draft = beside(".draft");
        try {
            Files.deleteIfExists(draft);
            try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = old.createStatement()) {
                statement.execute("vacuum into '" + draft.toString().replace("'", "''") + "'");
            }
            check(draft);
            sync(draft);
            Files.move(draft, beside(".ready"), StandardCopyOption.ATOMIC_MOVE);
            sync(folder());
            finishInterrupted();
        } catch (IOException unwritable) {
            throw new SQLException("The new file could not be written.", unwritable);
        }
    }

    /** Ends a rewriting that a power cut broke into after the new file was complete. */
    void finishInterrupted() throws IOException {
        Path ready = beside(".ready");
        if (Files.notExists(ready)) {
            return;
        }
        Files.deleteIfExists(beside("-wal"));
        Files.deleteIfExists(beside("-shm"));
        Files.move(ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder());
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private static void check(Path draft) throws SQLException {
        try (Connection fresh = DriverManager.getConnection("jdbc:sqlite:" + draft);
                Statement statement = fresh.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw new SQLException("The rewritten file fails its integrity check.");
            }
        }
    }

    /** Windows knows no way to sync a folder; its file system keeps names in a log of its own. */
    private static void sync(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
