package org.einlass.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file: write-ahead log, {@code synchronous=FULL}, foreign keys on, read back at every opening, since SQLite
 * ignores a pragma that it cannot fulfil.
 */
final class SqliteDatabase implements Database {
    private static final int MOST_READERS = 4;

    private final Path file;
    private final SqliteRewrite rewrite;

    SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath();
        this.rewrite = new SqliteRewrite(this.file);
    }

    @Override
    public void prepare() {
        makeFolder();
        try {
            rewrite.finishInterrupted();
            openWriter().close();
        } catch (SQLException | IOException e) {
            throw new StoreUnusable(sentenceFor(e), e);
        }
        new Migrations(dataSource(false), "without rowid").run();
        writeStatistics();
    }

    private void writeStatistics() {
        try (Connection connection = openWriter()) {
            SqliteStatistics.write(connection);
        } catch (SQLException e) {
            throw new StoreUnusable(sentenceFor(e), e);
        }
    }

    private void makeFolder() {
        Path folder = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnusable(unwritable(folder), e);
        }
        boolean writable = Files.isWritable(folder) && (Files.notExists(file) || Files.isWritable(file));
        if (!writable) {
            throw new StoreUnusable(unwritable(folder), null);
        }
    }

    private static String unwritable(Path folder) {
        return "The data folder " + folder + " cannot be written. Give the server's user the right to write there, or"
                + " name another folder.";
    }

    private String sentenceFor(Exception e) {
        if (SqlErrorKind.behind(e).filter(SqlErrorKind.CORRUPT::equals).isPresent()) {
            return "The file " + file + " is no database of Einlass, or is damaged. Restore a backup, or move the file"
                    + " away to begin with an empty one.";
        }
        return "The database " + file + " cannot be opened (" + e.getMessage() + "). Check the disk and the rights of"
                + " the folder.";
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = dataSource(false).getConnection();
        try {
            readBack(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void readBack(Connection connection) throws SQLException {
        expect(connection, "pragma journal_mode", "wal");
        expect(connection, "pragma synchronous", "2");
        expect(connection, "pragma foreign_keys", "1");
    }

    private static void expect(Connection connection, String pragma, String value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(pragma)) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!value.equals(found)) {
                throw new SQLException(pragma + " gives " + found + " instead of " + value);
            }
        }
    }

    /** The launcher lets one server only have a data folder. */
    @Override
    public ClusterNotifier calls(ClusterNotifier.Listener ear) {
        return ClusterNotifier.NONE;
    }

    @Override
    public DataSource openReaders() {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("einlass-readers");
        pool.setDataSource(dataSource(true));
        pool.setMaximumPoolSize(MOST_READERS);
        return new HikariDataSource(pool);
    }

    private DataSource dataSource(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        // Nothing asks for them, and the driver would look for them after every statement.
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-65536");
        SQLiteDataSource source = readOnly ? new QueryOnlyDataSource(config) : new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public String list() {
        return "json_each(?) asked";
    }

    @Override
    public String begin() {
        return "begin immediate";
    }

    @Override
    public boolean isSuspectAfter(SqlErrorKind commitFault) {
        return !Set.of(SqlErrorKind.CONSTRAINT, SqlErrorKind.FULL, SqlErrorKind.LOCKED)
                .contains(commitFault);
    }

    @Override
    public void rewrite() throws SQLException {
        rewrite.run(dataSource(false));
    }

    /** Readers that could not write even by mistake. */
    private static final class QueryOnlyDataSource extends SQLiteDataSource {
        private QueryOnlyDataSource(SQLiteConfig config) {
            super(config);
        }

        @Override
        public org.sqlite.SQLiteConnection getConnection(String user, String password) throws SQLException {
            org.sqlite.SQLiteConnection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma query_only = on");
            }
            return connection;
        }
    }
}
