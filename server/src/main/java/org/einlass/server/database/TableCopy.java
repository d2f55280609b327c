package org.einlass.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Copies the rows of all tables from a PostgreSQL database into a new SQLite file of the same version, as they are
 * committed at one moment.
 */
final class TableCopy {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String TABLES = """
            select name from sqlite_master
            where type = 'table' and name not like 'sqlite_%' and name <> 'flyway_schema_history' order by name
            """;

    private final Connection from;
    private final Connection to;

    /**
     * @param from in a transaction that reads from one snapshot
     * @param to in autocommit, with all tables and no rows
     */
    TableCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    void run() throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute("pragma foreign_keys = off");
            statement.execute("begin immediate");
            for (String table : tables(to)) {
                copy(table);
            }
            checkReferences(statement);
            statement.execute("commit");
        }
    }

    /** The tables of an SQLite file that hold anything of ours. */
    static List<String> tables(Connection file) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void copy(String table) throws SQLException {
        try (Statement query = from.createStatement()) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = query.executeQuery("select * from " + table)) {
                insert(table, row);
            }
        }
    }

    private void insert(String table, ResultSet row) throws SQLException {
        List<String> columns = columns(row.getMetaData());
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String names = columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                to.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            int waiting = 0;
            while (row.next()) {
                for (int column = 1; column <= columns.size(); column++) {
                    insert.setObject(column, row.getObject(column));
                }
                insert.addBatch();
                waiting++;
                if (waiting == ROWS_AT_ONCE) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static List<String> columns(ResultSetMetaData row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.getColumnCount(); column++) {
            columns.add(row.getColumnName(column));
        }
        return columns;
    }

    private static void checkReferences(Statement statement) throws SQLException {
        try (ResultSet broken = statement.executeQuery("pragma foreign_key_check")) {
            if (broken.next()) {
                throw new SQLException(
                        "The copy of the table " + broken.getString(1) + " names rows that are missing.");
            }
        }
    }
}
