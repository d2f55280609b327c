package org.einlass.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the rows of an SQLite file into a PostgreSQL database of the same version in place of its own, all in one
 * transaction. References between tables are taken away meanwhile and checked when they are put back.
 */
final class PostgresImport {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String REFERENCES = """
            select cast(conrelid as regclass) || '', quote_ident(conname), pg_get_constraintdef(oid)
            from pg_constraint
            where contype = 'f' and connamespace = cast(current_schema() as regnamespace)
            """;

    private final Connection from;
    private final Connection to;

    /**
     * @param from the file, which nobody writes meanwhile
     * @param to in autocommit, with all tables
     */
    PostgresImport(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    private record Reference(String table, String name, String definition) {}

    void run() throws SQLException {
        to.setAutoCommit(false);
        try (Statement statement = to.createStatement()) {
            List<Reference> references = references(statement);
            for (Reference one : references) {
                statement.execute("alter table " + one.table() + " drop constraint " + one.name());
            }
            for (String table : TableCopy.tables(from)) {
                statement.execute("delete from " + table);
                copy(table);
            }
            for (Reference one : references) {
                statement.execute(
                        "alter table " + one.table() + " add constraint " + one.name() + " " + one.definition());
            }
            to.commit();
        } finally {
            to.rollback();
        }
    }

    private static List<Reference> references(Statement statement) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.add(new Reference(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return references;
    }

    private void copy(String table) throws SQLException {
        try (Statement query = from.createStatement();
                ResultSet row = query.executeQuery("select * from " + table)) {
            List<String> columns = columns(row.getMetaData());
            String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
            String names = columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            List<Boolean> truths = truths(table, names);
            try (PreparedStatement insert =
                    to.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
                insert(row, insert, truths);
            }
        }
    }

    private static void insert(ResultSet row, PreparedStatement insert, List<Boolean> truths) throws SQLException {
        int waiting = 0;
        while (row.next()) {
            for (int column = 1; column <= truths.size(); column++) {
                Object value = row.getObject(column);
                boolean truth = truths.get(column - 1) && value instanceof Number;
                insert.setObject(column, truth ? Boolean.valueOf(((Number) value).longValue() != 0) : value);
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

    /** Which columns are truths, which SQLite keeps as 0 and 1. */
    private List<Boolean> truths(String table, String names) throws SQLException {
        List<Boolean> truths = new ArrayList<>();
        try (Statement query = to.createStatement();
                ResultSet none = query.executeQuery("select " + names + " from " + table + " where false")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                int type = columns.getColumnType(column);
                truths.add(type == Types.BIT || type == Types.BOOLEAN);
            }
        }
        return truths;
    }

    private static List<String> columns(ResultSetMetaData row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.getColumnCount(); column++) {
            columns.add(row.getColumnName(column));
        }
        return columns;
    }
}
