package org.einlass.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file that keeps every commit over a power cut: write-ahead log, {@code synchronous=FULL}, foreign
 * keys enforced, deleted rows overwritten, readable by nobody but the user of this program.
 *
 * <p>SQLite silently ignores a setting that it cannot fulfil, so each connection that may write reads its
 * settings back and fails where one differs. All connections are in autocommit; whoever wants a transaction
 * executes {@code begin immediate} and {@code commit}, since the driver's own transactions take the write
 * lock again right after a commit.
 */
public final class SqliteFile {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int SMALL_CACHE_MEBIBYTES = 2;

    private final Path path;
    private final int cacheMebibytes;
    private final SqliteRewrite rewrite;

    /** A file with the small page cache of SQLite's own, for a device. */
    public SqliteFile(Path path) {
        this(path, SMALL_CACHE_MEBIBYTES);
    }

    /** @param cacheMebibytes the most memory that each connection may keep pages in */
    public SqliteFile(Path path, int cacheMebibytes) {
        this.path = path.toAbsolutePath();
        this.cacheMebibytes = cacheMebibytes;
        this.rewrite = new SqliteRewrite(this.path);
    }

    public Path path() {
        return path;
    }

    /**
     * Makes the folder of this file where it is missing, private to this user. A folder that exists keeps its
     * rights.
     */
    public void makeFolder() throws IOException {
        PrivateFiles.makeFolder(PrivateFiles.folderOf(path));
    }

    /**
     * Makes the file ready to be opened: makes a missing folder and a missing file, takes the rights of
     * others from an existing file, and completes a rewrite that a power cut interrupted. Nobody holds a
     * connection to the file. Repeating it does no harm.
     */
    public void prepare() throws IOException {
        makeFolder();
        rewrite.finishInterrupted();
        PrivateFiles.makeFile(path);
        for (String ending : List.of("-wal", "-shm")) {
            PrivateFiles.closeToOthers(path.resolveSibling(path.getFileName() + ending));
        }
    }

    /** A new connection that may write, after {@link #prepare()}. */
    public Connection open() throws SQLException {
        return writable().getConnection();
    }

    /** Makes connections that may write, after {@link #prepare()}. */
    public DataSource writable() {
        return source(new DurableSource(durable()));
    }

    /**
     * Makes connections that read beside a writer of this program; SQLite refuses every statement that
     * writes.
     */
    public DataSource queryOnly() {
        return source(new QueryOnlySource(durable()));
    }

    /**
     * A connection to a file that another program may have open. Its log is neither moved nor deleted, and
     * nothing is written. Fails where there is no such file.
     */
    public Connection openReadOnly() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return source(new SQLiteDataSource(config)).getConnection();
    }

    /**
     * Writes the file anew from what can be read of it, and lets the new file take its place only after an
     * integrity check. Nobody holds a connection to the file. Where this fails, the old file stays as it is.
     */
    public void rewrite() throws SQLException {
        rewrite.run(writable());
    }

    /**
     * Writes what is committed at this moment into a new file beside others that write: readable by this user only, in
     * full on the disk, and checked for integrity. It holds back the shortening of the log as long as it takes.
     *
     * @param copy a file that does not exist; where this fails, what was written of it is left to the caller
     */
    public void copyTo(Path copy) throws SQLException {
        try {
            SqliteCopy.write(writable(), copy);
        } catch (IOException e) {
            throw new SQLException("The copy " + copy + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Leaves no byte of deleted rows in the file and its log: writes the whole file anew, then moves the log into it and
     * empties the log. Others may read and wait to write meanwhile. Deleted rows are overwritten where they lay in any
     * case; copies that SQLite made when it moved rows between pages go only this way.
     *
     * @throws SQLException also where a reader kept the log from being emptied; it may be tried again
     */
    public void overwriteDeleted() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                if (!row.next() || row.getInt(1) != 0) {
                    throw new SQLException("Readers keep the log of " + path + " from being emptied; try again later.");
                }
            }
        }
    }

    private SQLiteDataSource source(SQLiteDataSource source) {
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    private SQLiteConfig durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, Integer.toString(-1024 * cacheMebibytes));
        // Nobody asks for generated keys, and the driver would look for them after every statement.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Fails where a setting of {@code connection} is not the one that durability needs. */
    static void readBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            expect(statement, "journal_mode", "wal");
            expect(statement, "synchronous", "2");
            expect(statement, "foreign_keys", "1");
            expect(statement, "secure_delete", "1");
        }
    }

    private static void expect(Statement statement, String setting, String value) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma " + setting)) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!value.equals(found)) {
                throw new SQLException("SQLite runs with " + setting + " = " + found + " instead of " + value
                        + ", so a power cut could lose data; the file must lie on a local disk");
            }
        }
    }

    /** Connections that read their settings back. */
    private static final class DurableSource extends SQLiteDataSource {
        private DurableSource(SQLiteConfig config) {
            super(config);
        }

        @Override
        public SQLiteConnection getConnection(String user, String password) throws SQLException {
            SQLiteConnection connection = super.getConnection(user, password);
            try {
                readBack(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }

    /** Connections that cannot write even by mistake. */
    private static final class QueryOnlySource extends SQLiteDataSource {
        private QueryOnlySource(SQLiteConfig config) {
            super(config);
        }

        @Override
        public SQLiteConnection getConnection(String user, String password) throws SQLException {
            SQLiteConnection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma query_only = on");
            }
            return connection;
        }
    }
}
