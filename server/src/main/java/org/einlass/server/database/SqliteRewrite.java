package org.einlass.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Writes a suspect SQLite file anew, from what SQLite itself reads of it.
 *
 * <p>After a failed fsync the page cache may show what is not on the disk, so only a new file can be believed. A crash
 * at any moment leaves either the old file with its log or the complete new one: the name {@code .ready} is the mark of
 * completeness, and the old log goes before the new file takes the old name.
 */
final class SqliteRewrite {
    private final Path file;
    private final Path folder;
    private final Path draft;
    private final Path ready;

    SqliteRewrite(Path file) {
        this.file = file;
        this.folder = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
        this.draft = beside(".draft");
        this.ready = beside(".ready");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Rewrites the file. Nobody else holds a connection to it. */
    void run(DataSource database) throws SQLException {
        try {
            Files.deleteIfExists(draft);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum into '" + draft.toString().replace("'", "''") + "'");
            }
            checkDraft();
            sync(draft);
            Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            finishInterrupted();
        } catch (IOException e) {
            throw new SQLException("the new file could not be written", "58030", e);
        }
    }

    /** Ends a rewriting that a crash interrupted after the new file was complete. */
    void finishInterrupted() throws IOException {
        Files.deleteIfExists(draft);
        if (Files.notExists(ready)) {
            return;
        }
        Files.deleteIfExists(beside("-wal"));
        Files.deleteIfExists(beside("-shm"));
        Files.move(ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    private void checkDraft() throws SQLException {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + draft);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw new SQLException("the rewritten file fails its integrity check", "XX001");
            }
        }
    }

    private static void sync(Path path) throws IOException {
        StandardOpenOption access = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
