package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.einlass.sqlite.SqliteErrorKind;
import org.einlass.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file of this device with one connection, used by one thread at a time. After anything but
 * success the connection is thrown away, since nobody knows what state its transaction is in; the next use
 * opens a new one. After an input/output error, or a commit of which nobody knows whether it is on the disk,
 * the file itself is in doubt, and is rewritten before it is used again.
 */
final class DeviceDatabase implements AutoCloseable {
    private final SqliteFile file;
    private final List<String> schema;
    private final Opener opener;
    private final boolean owned;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private boolean closed;
    private boolean suspect;

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How a connection comes about; a test's may break. */
    @FunctionalInterface
    interface Opener {
        Connection open(SqliteFile file) throws SQLException;
    }

    /** @param schema statements that do no harm when they are run again */
    DeviceDatabase(Path file, List<String> schema) {
        this(file, schema, SqliteFile::open);
    }

    DeviceDatabase(Path file, List<String> schema, Opener opener) {
        this(file, schema, opener, true);
    }

    /** @param owned whether this program may write the file, and put another one in its place */
    private DeviceDatabase(Path file, List<String> schema, Opener opener, boolean owned) {
        this.file = new SqliteFile(file);
        this.schema = List.copyOf(schema);
        this.opener = opener;
        this.owned = owned;
    }

    /**
     * A look at the file of a kiosk that may be running: nothing is written, and the kiosk's log is left
     * alone.
     */
    static DeviceDatabase readOnly(Path file) {
        return new DeviceDatabase(file, List.of(), SqliteFile::openReadOnly, false);
    }

    /** Runs {@code work} as it is: each statement a transaction of its own, durable when it returns. */
    <T> T use(Work<T> work) throws SQLException {
        lock.lock();
        try {
            return orDiscard(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T orDiscard(Work<T> work) throws SQLException {
        boolean succeeded = false;
        try {
            T result = work.on(open());
            succeeded = true;
            return result;
        } catch (SQLException failed) {
            suspect |= SqliteErrorKind.behind(failed)
                    .filter(SqliteErrorKind.INPUT_OUTPUT::equals)
                    .isPresent();
            throw failed;
        } finally {
            if (!succeeded) {
                discard();
            }
        }
    }

    /** Runs {@code work} as one transaction; all of it is durable when this returns, or none. */
    <T> T transact(Work<T> work) throws SQLException {
        return use(open -> {
            execute(open, "begin immediate");
            T result = work.on(open);
            commit(open);
            return result;
        });
    }

    private void commit(Connection open) throws SQLException {
        try {
            execute(open, "commit");
        } catch (SQLException failed) {
            suspect |= SqliteErrorKind.behind(failed)
                    .map(SqliteErrorKind::leavesCommitInDoubt)
                    .orElse(true);
            throw failed;
        }
    }

    private Connection open() throws SQLException {
        Connection known = connection;
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new SQLException("The store was closed.");
        }
        if (owned) {
            trust();
        }
        Connection fresh = opener.open(file);
        try {
            for (String statement : schema) {
                execute(fresh, statement);
            }
        } catch (SQLException unusable) {
            fresh.close();
            throw unusable;
        }
        connection = fresh;
        return fresh;
    }

    /** Makes the file one that can be believed. As long as that fails, nothing is read or written. */
    private void trust() throws SQLException {
        try {
            file.prepare();
        } catch (IOException unwritable) {
            throw new SQLException("The file " + file.path() + " cannot be written.", unwritable);
        }
        if (suspect) {
            file.rewrite();
            suspect = false;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void discard() {
        Connection broken = connection;
        connection = null;
        if (broken == null) {
            return;
        }
        try {
            broken.close();
        } catch (SQLException ignored) {
            // It was thrown away because it is broken.
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            discard();
        } finally {
            lock.unlock();
        }
    }
}
