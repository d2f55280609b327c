package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file with one connection, used by one thread at a time. After anything but success the connection is thrown
 * away, since nobody knows what state its transaction is in; the next use opens a new one. After an input/output error the
 * file itself is suspect, and is written anew before it is used again.
 */
final class DeviceDatabase implements AutoCloseable {
    /** SQLite's code for whatever failed at the disk: a write, an fsync. */
    private static final int IO_ERROR = 10;

    private final Path file;
    private final Durability durability;
    private final List<String> schema;
    private final Opener opener;
    private final boolean owned;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private boolean closed;
    private boolean suspect;

    /** What {@code synchronous} is set to. NORMAL loses entries in a power cut; the tests show it. */
    enum Durability {
        FULL,
        NORMAL
    }

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How a connection comes about; a test's may break. */
    @FunctionalInterface
    interface Opener {
        Connection open(String url) throws SQLException;
    }

    /** @param schema statements that do no harm when they are run again */
    DeviceDatabase(Path file, Durability durability, List<String> schema) {
        this(file, durability, schema, DriverManager::getConnection, true);
    }

    /** @param owned whether this program may put another file in this one's place */
    DeviceDatabase(Path file, Durability durability, List<String> schema, Opener opener, boolean owned) {
        this.opener = opener;
        this.owned = owned;
        this.file = file;
        this.durability = durability;
        this.schema = List.copyOf(schema);
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
            suspect |= failed.getErrorCode() == IO_ERROR;
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
            execute(open, "commit");
            return result;
        });
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
        Connection fresh = opener.open("jdbc:sqlite:" + file);
        try {
            execute(fresh, "pragma busy_timeout = 5000");
            execute(fresh, "pragma journal_mode = wal");
            execute(fresh, "pragma synchronous = " + durability);
            execute(fresh, "pragma secure_delete = on");
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
        SqliteRepair sqliteRepair = new SqliteRepair(file);
        try {
            sqliteRepair.finishInterrupted();
        } catch (IOException unwritable) {
            throw new SQLException("A rewritten file could not be put in its place.", unwritable);
        }
        if (suspect) {
            sqliteRepair.run();
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
