package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The writer's connection, kept from batch to batch and thrown away after an error. */
final class WriterConnection {
    private static final System.Logger LOG = System.getLogger(WriterConnection.class.getName());

    private final Database database;
    private final UnaryOperator<Connection> wiring;
    private @Nullable Handle open;

    /** @param wiring puts something between store and database; tests inject errors there */
    WriterConnection(Database database, UnaryOperator<Connection> wiring) {
        this.database = database;
        this.wiring = wiring;
    }

    Handle begin() {
        Handle handle = handle();
        DirectSql.execute(handle, database.begin());
        return handle;
    }

    /** @param rows about how many rows are committed */
    void commit(int rows) {
        DirectSql.execute(Objects.requireNonNull(open, "begun"), "commit");
        database.wrote(rows);
    }

    private Handle handle() {
        Handle known = open;
        if (known != null) {
            return known;
        }
        Handle fresh = Jdbi.open(connect());
        fresh.setStatementBuilder(new StatementCache());
        SqlErrorRedaction.keep(fresh);
        fresh.getConfig(SqlStatements.class).define(Database.LIST_ATTRIBUTE, database.writersList());
        open = fresh;
        return fresh;
    }

    private Connection connect() {
        try {
            return wiring.apply(database.openWriter());
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /** Rolls back what is open; the connection stays in use unless it refuses even that. */
    void rollBack() {
        try {
            DirectSql.execute(Objects.requireNonNull(open, "begun"), "rollback");
        } catch (RuntimeException e) {
            discard();
        }
    }

    /** Whether the connection is still in use after what became of the last batch. */
    boolean isOpen() {
        return open != null;
    }

    /** Rolls back what is open and closes the connection; whatever it says to that no longer matters. */
    void discard() {
        Handle handle = open;
        open = null;
        if (handle == null) {
            return;
        }
        try (Connection connection = handle.getConnection()) {
            connection.createStatement().execute("rollback");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection was thrown away: {0}", e.getMessage());
        }
    }

    Database database() {
        return database;
    }
}
