package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Lets PostgreSQL count its tables while the first rows come in, on a connection of its own. A planner that has
 * never counted takes an event for a two-hundredth of a table: an index that finds all rows of the event then costs
 * the same as the one that finds the row, and each look-up, that of a foreign key too, reads the whole event. The
 * database's own counting comes a minute later, and a list does not wait that long.
 */
final class PostgresStatistics {
    private static final System.Logger LOG = System.getLogger(PostgresStatistics.class.getName());
    private static final int FIRST = 100;
    private static final int GROWTH = 4;

    private final DataSource source;
    private final AtomicBoolean counting = new AtomicBoolean();
    private long goal = FIRST;
    private long written;

    PostgresStatistics(DataSource source) {
        this.source = source;
    }

    /** About so many rows were written; called by the writer's thread only. */
    void wrote(int rows) {
        written += rows;
        if (written >= goal && counting.compareAndSet(false, true)) {
            goal = written * GROWTH;
            Thread thread = new Thread(this::count, "einlass-statistics");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Without it the database is slower for a minute, and nothing else. */
    private void count() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("analyze " + table);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The tables were not counted: {0}", e.getMessage());
        } finally {
            counting.set(false);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select quote_ident(tablename) from pg_tables where schemaname = current_schema()")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
