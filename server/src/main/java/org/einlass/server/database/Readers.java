package org.einlass.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The connections that only read, each reading from one snapshot. */
final class Readers implements AutoCloseable {
    private final Database database;
    private final ReadWriteLock door = new ReentrantReadWriteLock(true);
    private DataSource pool;
    private Jdbi jdbi;

    Readers(Database database) {
        this.database = database;
        this.pool = database.openReaders();
        this.jdbi = discreet(pool);
    }

    private Jdbi discreet(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.getConfig(SqlStatements.class).define(Database.LIST_ATTRIBUTE, database.list());
        SqlErrorRedaction.keep(jdbi);
        return jdbi;
    }

    <T, X extends Exception> T read(HandleCallback<T, X> reading) throws X {
        door.readLock().lock();
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading);
        } finally {
            door.readLock().unlock();
        }
    }

    /** Something to be done to the database while nobody reads. */
    interface Work {
        void run() throws SQLException;
    }

    /** Works beside the readers, and keeps the database from being closed meanwhile. */
    void whileOpen(Work work) throws SQLException {
        door.readLock().lock();
        try {
            work.run();
        } finally {
            door.readLock().unlock();
        }
    }

    /**
     * Waits for the readers, closes their connections, works, and opens new ones. Where none can be opened, readers are
     * refused until this has succeeded another time.
     */
    void whileClosed(Work work) throws SQLException {
        door.writeLock().lock();
        try {
            closePool();
            work.run();
        } finally {
            try {
                open();
            } finally {
                door.writeLock().unlock();
            }
        }
    }

    private void open() throws SQLException {
        try {
            pool = database.openReaders();
            jdbi = discreet(pool);
        } catch (RuntimeException impossible) {
            throw new SQLException("The database cannot be opened to read.", impossible);
        }
    }

    private void closePool() {
        ((HikariDataSource) pool).close();
    }

    @Override
    public void close() {
        door.writeLock().lock();
        try {
            closePool();
        } finally {
            door.writeLock().unlock();
        }
    }
}
