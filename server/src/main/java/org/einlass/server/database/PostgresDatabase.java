package org.einlass.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.einlass.sqlite.SqliteFile;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database: READ COMMITTED for the writer, repeatable snapshots for readers. */
final class PostgresDatabase implements Database {
    /** As operators see it in {@code pg_stat_activity}. */
    static final String LISTENER = "einlass-listener";

    private static final int MOST_READERS = 8;

    /**
     * What the writer runs looks up a few rows by their keys. The planner takes a list in a parameter for a
     * hundred rows, and on the eve it has seen the tables empty. Both make it read whole tables for one
     * guest, so that a report took longer with every guest who had come. So the writer is kept to indexes,
     * plans each statement once, and unpacks lists by a function that promises one row.
     */
    private static final String WRITER_SETTINGS = """
            set lock_timeout = '2s';
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set jit = off;
            set plan_cache_mode = force_generic_plan;
            create function pg_temp.asked_rows(text) returns setof jsonb language sql immutable strict rows 1
                as 'select jsonb_array_elements(cast($1 as jsonb))'
            """;

    /**
     * Tables that hold anything of people by which somebody could tell who they are. ErasureTest compares them
     * with what erasures delete.
     */
    private static final List<String> OF_PEOPLE = List.of(
            "registrations",
            "registration_phones",
            "registration_days",
            "registration_changes",
            "registration_details",
            "distinct_registrations",
            "contingents",
            "codes",
            "bookings",
            "accompanied_guests",
            "session_consents",
            "device_messages",
            "organisation_aliases",
            "letters",
            "letter_keys",
            "desk_fields",
            "imports",
            "import_profiles",
            "import_rows",
            "quarantine",
            "helpers",
            "helper_locks",
            "badge_sheets",
            "facts",
            "answers");

    private final String url;
    private final PostgresStatistics statistics;

    /** @param url a JDBC URL with user and password, which no message ever repeats */
    PostgresDatabase(String url) {
        this.url = url;
        this.statistics = new PostgresStatistics(dataSource());
    }

    @Override
    public void prepare() {
        try {
            openWriter().close();
        } catch (SQLException e) {
            throw new StoreUnusable(
                    "The PostgreSQL database cannot be reached (SQL state " + e.getSQLState() + "). Check its address,"
                            + " user and password in the server's configuration.",
                    e);
        }
        new Migrations(dataSource(), "").run();
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITER_SETTINGS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public DataSource openReaders() {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("einlass-readers");
        pool.setDataSource(dataSource());
        pool.setMaximumPoolSize(MOST_READERS);
        pool.setReadOnly(true);
        return new HikariDataSource(pool);
    }

    /** A connection that waits for other servers' calls. */
    Connection openListener() throws SQLException {
        PGSimpleDataSource source = dataSource();
        source.setApplicationName(LISTENER);
        source.setTcpKeepAlive(true);
        return source.getConnection();
    }

    @Override
    public ClusterNotifier calls(ClusterNotifier.Listener ear) {
        return new PostgresNotifier(this, ear);
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setReWriteBatchedInserts(true);
        // What PostgreSQL says in detail of a failed row is the row itself, names and all; it would stand in
        // our log.
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Override
    public String list() {
        return "jsonb_array_elements(cast(? as jsonb)) asked(value)";
    }

    @Override
    public String writersList() {
        return "pg_temp.asked_rows(?) asked(value)";
    }

    @Override
    public void wrote(int rows) {
        statistics.wrote(rows);
    }

    @Override
    public String begin() {
        return "begin";
    }

    /** PostgreSQL stops by itself when it cannot sync its log; what it says after a restart is so. */
    @Override
    public boolean isSuspectAfter(RuntimeException failedCommit) {
        return false;
    }

    @Override
    public void rewrite() {
        throw new UnsupportedOperationException("PostgreSQL mends itself.");
    }

    @Override
    public void takeOver(Path file, Path begun) throws SQLException {
        try (Connection to = dataSource().getConnection();
                Connection from = SqliteDatabase.upToDate(file).open()) {
            List<String> events = lastChanges(to);
            if (events.isEmpty()) {
                make(begun);
                new PostgresImport(from, to).run();
            } else if (!Files.exists(begun) || !events.equals(lastChanges(from))) {
                throw new StoreUnusable(
                        "A backup was restored into this data folder, and the PostgreSQL database that"
                                + " einlass.properties names holds data already. Name an empty database, or remove the"
                                + " setting database to start on the restored file.",
                        null);
            }
        }
    }

    /** Which events a database holds, each with the number of its last change. */
    private static List<String> lastChanges(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select event, number from feed_counters order by event")) {
            List<String> events = new ArrayList<>();
            while (row.next()) {
                events.add(row.getString(1) + " " + row.getLong(2));
            }
            return events;
        }
    }

    private static void make(Path begun) {
        try (FileChannel file = FileChannel.open(begun, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.force(true);
        } catch (IOException e) {
            throw new StoreUnusable("The file " + begun + " cannot be written.", e);
        }
    }

    /**
     * Writes the tables into new files; PostgreSQL empties the old ones when that commits, which wants no more
     * rights than the tables' owner has. Its log, and what others archive of it, is not this server's.
     */
    @Override
    public void overwriteDeleted() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            for (String table : OF_PEOPLE) {
                statement.execute("vacuum full " + table);
            }
        }
    }

    /** One export in one repeatable-read transaction, so that a restore is the same for both databases. */
    @Override
    public void copyTo(Path file) throws SQLException {
        if (new Migrations(dataSource(), "").isOfNewerProgram()) {
            throw new SQLException(
                    "A newer Einlass has brought the tables up to date, and this one would leave out what"
                            + " it does not know. Update this server, too.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".rows");
        try {
            SqliteFile rows = SqliteDatabase.withTables(draft);
            export(rows);
            rows.copyTo(file);
        } catch (IOException e) {
            throw new SQLException("The copy " + file + " cannot be written: " + e.getMessage(), e);
        } finally {
            delete(draft);
        }
    }

    private void export(SqliteFile rows) throws SQLException {
        try (Connection from = dataSource().getConnection();
                Connection to = rows.open()) {
            from.setAutoCommit(false);
            from.setReadOnly(true);
            from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            new TableCopy(from, to).run();
            from.rollback();
        }
    }

    private static void delete(Path draft) throws SQLException {
        try {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ending));
            }
        } catch (IOException e) {
            throw new SQLException("The draft " + draft + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
