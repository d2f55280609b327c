package org.einlass.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells SQLite's planner what the tables will look like during a congress. Without it the planner takes the
 * rows of one event for a handful and reads them all, for every guest. It is not measured by {@code analyze}:
 * on the eve the tables are still empty, and plans must not change while guests wait.
 *
 * @see <a href="https://sqlite.org/fileformat2.html#stat1tab">The sqlite_stat1 table</a>
 */
final class SqliteStatistics {
    private static final long ROWS = 1_000_000;

    /** Columns that many rows have in common. Any other one tells rows apart. */
    private static final Set<String> BROAD =
            Set.of("area", "boot", "device", "door", "epoch", "event", "kind", "period", "phase", "scope", "type");

    private static final int ROWS_OF_A_BROAD_VALUE = 4;
    private static final int ROWS_OF_AN_ID = 5;

    private SqliteStatistics() {}

    /**
     * Writes them for all indexes, where they are not there yet; connections opened from now on plan by them.
     */
    static void write(Connection connection) throws SQLException {
        Map<String, String> due = new TreeMap<>();
        List<Index> indexes = indexes(connection);
        indexes.forEach(index -> due.put(index.name(), index.statistics()));
        if (!due.equals(known(connection))) {
            replace(connection, indexes);
        }
    }

    private static Map<String, String> known(Connection connection) throws SQLException {
        Map<String, String> known = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            if (!exist(statement)) {
                return known;
            }
            try (ResultSet row = statement.executeQuery("select idx, stat from sqlite_stat1")) {
                while (row.next()) {
                    known.put(String.valueOf(row.getString("idx")), row.getString("stat"));
                }
            }
        }
        return known;
    }

    private static boolean exist(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from sqlite_schema where name = 'sqlite_stat1'")) {
            return row.next();
        }
    }

    private static void replace(Connection connection, List<Index> indexes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            // The smallest analysis makes the table, where it is not there yet.
            statement.execute("analyze events");
            statement.execute("delete from sqlite_stat1");
            insert(connection, indexes);
            statement.execute("commit");
        }
    }

    private static void insert(Connection connection, List<Index> indexes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)")) {
            for (Index index : indexes) {
                insert.setString(1, index.table());
                insert.setString(2, index.name());
                insert.setString(3, index.statistics());
                insert.executeUpdate();
            }
        }
    }

    /** Where a table lies in the tree of its key, that tree bears the table's name here. */
    private static List<Index> indexes(Connection connection) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select m.name as tbl, i."unique" as is_unique,
                            case when m.wr and i.origin = 'pk' then m.name else i.name end as name,
                            (select group_concat(c.name, ' ' order by c.seqno) from pragma_index_info(i.name) c) as columns
                        from pragma_table_list m, pragma_index_list(m.name) i
                        where m.schema = 'main' and m.type = 'table'
                        """)) {
            while (row.next()) {
                indexes.add(new Index(
                        row.getString("tbl"),
                        row.getString("name"),
                        row.getBoolean("is_unique"),
                        List.of(row.getString("columns").split(" ", -1))));
            }
        }
        return indexes;
    }

    /** An index as SQLite describes it. */
    private record Index(String table, String name, boolean unique, List<String> columns) {

        /**
         * All rows, then how many share the first column's value, the first two columns' values, and so on.
         */
        String statistics() {
            StringBuilder text = new StringBuilder(Long.toString(ROWS));
            long left = ROWS;
            for (String column : columns) {
                left = BROAD.contains(column)
                        ? Math.max(1, left / ROWS_OF_A_BROAD_VALUE)
                        : Math.min(left, ROWS_OF_AN_ID);
                text.append(' ').append(left);
            }
            return unique
                    ? text.replace(text.lastIndexOf(" ") + 1, text.length(), "1")
                            .toString()
                    : text.toString();
        }
    }
}
