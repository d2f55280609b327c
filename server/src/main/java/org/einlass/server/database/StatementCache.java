package org.einlass.server.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The prepared statements of one connection, kept for the next use: SQLite would otherwise parse and plan the
 * same dozen of them again for every scan. For the connection's own thread only; they end with the
 * connection.
 */
final class StatementCache implements StatementBuilder {
    private static final int MOST = 200;

    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /**
     * By what each was prepared from; Jdbi hands them back under the name that the statement has in the
     * program.
     */
    private final IdentityHashMap<Statement, String> busy = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement statement = take(connection, sql);
        busy.put(statement, sql);
        return statement;
    }

    /** A statement ready for use, to be given back. */
    PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null || kept.isClosed() ? connection.prepareStatement(sql) : kept;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    /** Its rows are closed already, so nothing of a finished statement holds a lock. */
    @Override
    public void close(Connection connection, String name, Statement statement) throws SQLException {
        String sql = busy.remove(statement);
        if (sql == null) {
            statement.close();
            return;
        }
        giveBack(sql, (PreparedStatement) statement);
    }

    /**
     * Keeps a statement whose rows are closed for its next use, which binds all of its parameters anew. They
     * are not cleared before: SQLite would take that for a reason to plan the statement again, which costs
     * several times what running it does.
     */
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        boolean keeps = idle.size() < MOST && !idle.containsKey(sql) && !statement.isClosed();
        if (!keeps) {
            statement.close();
            return;
        }
        statement.clearBatch();
        idle.put(sql, statement);
    }
}
