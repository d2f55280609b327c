package org.einlass.server.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The dozen statements that every scan runs, sent straight to the handle's connection: looking up names,
 * argument types and mappers would cost more than the statements themselves. Values go by position, as text,
 * numbers, booleans or null. All other statements stay with Jdbi.
 */
public final class DirectSql {
    private static final String LIST = "<list>";

    private DirectSql() {}

    /** Reads what is needed of one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first row of a query, or empty. @throws UnableToExecuteStatementException as Jdbi would */
    public static <T> Optional<T> first(Handle handle, String query, Reading<T> reading, @Nullable Object... values) {
        return prepared(handle, query, values, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
            }
        });
    }

    /** Executes a statement. @return the number of rows that it changed */
    public static int execute(Handle handle, String statement, @Nullable Object... values) {
        return prepared(handle, statement, values, PreparedStatement::executeUpdate);
    }

    /**
     * Runs a statement that holds {@code <rows>} for a list of rows of values, and reads all rows that it
     * returns. It may be sent in several parts, and may find the last row of a part more than once.
     *
     * @param rows each as long as the others, without null
     * @param values of the statement's other parameters, which stand behind the rows
     */
    public static <T> List<T> all(
            Handle handle, String statement, Reading<T> reading, List<Object[]> rows, Object... values) {
        List<T> found = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += ValueRows.MOST) {
            List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + ValueRows.MOST));
            prepared(
                    handle,
                    ValueRows.statement(statement, part),
                    ValueRows.values(part, values),
                    prepared -> readAll(prepared, reading, found));
        }
        return found;
    }

    /**
     * Runs a query whose {@code <list>} stands for a table of rows of text, with one parameter for all of
     * them, however many they are. Column n of a row is {@code asked.value ->> n}, where {@code asked} is the
     * table's name in the query.
     *
     * @param rows of text without null; for none nothing is asked
     * @param values of the query's other parameters, which stand behind the list
     */
    public static <T> List<T> listed(
            Handle handle, String query, Reading<T> reading, Collection<String[]> rows, Object... values) {
        List<T> found = new ArrayList<>(rows.size());
        if (rows.isEmpty()) {
            return found;
        }
        prepared(
                handle,
                query.replace(LIST, list(handle)),
                with(JsonRows.of(rows), values),
                statement -> readAll(statement, reading, found));
        return found;
    }

    /** The same for rows of one column. */
    public static <T> List<T> listedTexts(
            Handle handle, String query, Reading<T> reading, Collection<String> texts, Object... values) {
        return listed(
                handle,
                query,
                reading,
                texts.stream().map(text -> new String[] {text}).toList(),
                values);
    }

    private static String list(Handle handle) {
        Object list = handle.getConfig(SqlStatements.class).getAttribute(Database.LIST_ATTRIBUTE);
        return String.valueOf(list);
    }

    private static Object[] with(String first, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = first;
        System.arraycopy(others, 0, values, 1, others.length);
        return values;
    }

    private static <T> boolean readAll(PreparedStatement statement, Reading<T> reading, List<T> found)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
        }
        return !found.isEmpty();
    }

    /**
     * Executes a statement once for each row of values, in one journey to the database.
     *
     * @return how many rows of the table each changed; PostgreSQL's driver does not say for {@code insert ...
     *     values}
     */
    public static int[] each(Handle handle, String statement, List<@Nullable Object[]> rows) {
        return rows.isEmpty()
                ? new int[0]
                : prepared(handle, statement, new Object[0], prepared -> {
                    for (@Nullable Object[] row : rows) {
                        bind(prepared, row);
                        prepared.addBatch();
                    }
                    return prepared.executeBatch();
                });
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static <T> T prepared(Handle handle, String sql, @Nullable Object[] values, Use<T> use) {
        try {
            return handle.getStatementBuilder() instanceof StatementCache kept
                    ? withKept(handle, kept, sql, values, use)
                    : withFresh(handle, sql, values, use);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static <T> T withKept(Handle handle, StatementCache kept, String sql, @Nullable Object[] values, Use<T> use)
            throws SQLException {
        PreparedStatement statement = kept.take(handle.getConnection(), sql);
        T result;
        try {
            bind(statement, values);
            result = use.of(statement);
        } catch (SQLException | RuntimeException failed) {
            close(statement, failed);
            throw failed;
        }
        kept.giveBack(sql, statement);
        return result;
    }

    /** What became of a failed statement matters less than why it failed. */
    private static void close(PreparedStatement statement, Exception failed) {
        try {
            statement.close();
        } catch (SQLException e) {
            failed.addSuppressed(e);
        }
    }

    private static <T> T withFresh(Handle handle, String sql, @Nullable Object[] values, Use<T> use)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            bind(statement, values);
            return use.of(statement);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
