package org.einlass.sqlite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes a SQLite file that is in doubt anew, from what SQLite itself reads of it.
 *
 * <p>After a failed fsync the operating system can show bytes that the disk does not have, so only a new file
 * can be believed. A power cut at any moment leaves either the old file with its log or the complete new
 * file: the ending {@code .ready} marks a complete file, and the old log is deleted before the new file takes
 * the old name.
 */
final class SqliteRewrite {
    private static final System.Logger LOG = System.getLogger(SqliteRewrite.class.getName());

    private final Path file;
    private final Path folder;
    private final Path draft;
    private final Path ready;

    SqliteRewrite(Path file) {
        this.file = file;
        this.folder = PrivateFiles.folderOf(file);
        this.draft = beside(".draft");
        this.ready = beside(".ready");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Rewrites the file. Nobody holds a connection to it, and no other program writes it. */
    void run(DataSource old) throws SQLException {
        boolean complete = false;
        try {
            removeDraft();
            SqliteCopy.write(old, draft);
            Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
            complete = true;
            PrivateFiles.sync(folder);
            finishInterrupted();
        } catch (IOException e) {
            throw new SQLException("The file " + file + " cannot be written anew: " + e.getMessage(), e);
        } finally {
            if (!complete) {
                discardDraft();
            }
        }
    }

    /**
     * Completes a rewrite that a power cut interrupted when the new file was complete, and removes an
     * incomplete one.
     */
    void finishInterrupted() throws IOException {
        removeDraft();
        if (Files.notExists(ready)) {
            return;
        }
        Files.deleteIfExists(beside("-wal"));
        Files.deleteIfExists(beside("-shm"));
        Files.move(ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.sync(folder);
    }

    private void removeDraft() throws IOException {
        for (String ending : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(beside(".draft" + ending));
        }
    }

    /** An incomplete file must not take the room that the next attempt needs. */
    private void discardDraft() {
        try {
            removeDraft();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The incomplete file {0} cannot be removed: {1}", draft, e.getMessage());
        }
    }
}
