package org.einlass.server.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.einlass.sqlite.SqliteErrorKind;

/** What went wrong in a database, as far as it matters for what happens next. */
enum SqlErrorKind {
    /** A constraint was violated; the transaction is intact and the savepoint settles it. */
    CONSTRAINT,
    /** No room is left on the disk. SQLite may have rolled back the whole transaction. */
    FULL,
    /** A file could not be read or written. After a commit nobody knows whether it is on the disk. */
    INPUT_OUTPUT,
    /** Another transaction held a lock for too long, or two waited for each other. */
    LOCKED,
    INTERRUPTED,
    /** The file is no database, or is damaged. */
    CORRUPT,
    DISCONNECTED,
    OTHER;

    /** The kind of error behind {@code failure}, or empty where no database had a part in it. */
    static Optional<SqlErrorKind> behind(Throwable failure) {
        Optional<SqlErrorKind> ofSqlite = SqliteErrorKind.behind(failure).map(SqlErrorKind::of);
        return ofSqlite.isPresent() ? ofSqlite : ofFirstState(failure);
    }

    private static SqlErrorKind of(SqliteErrorKind kind) {
        return switch (kind) {
            case CONSTRAINT -> CONSTRAINT;
            case FULL -> FULL;
            case INPUT_OUTPUT -> INPUT_OUTPUT;
            case LOCKED -> LOCKED;
            case INTERRUPTED -> INTERRUPTED;
            case CORRUPT -> CORRUPT;
            case OTHER -> OTHER;
        };
    }

    private static Optional<SqlErrorKind> ofFirstState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql.getSQLState() == null ? withoutState(sql) : ofState(sql.getSQLState()));
            }
        }
        return Optional.empty();
    }

    /** The pool says without a state that it is closed, that its connection is, or that it got none in time. */
    private static SqlErrorKind withoutState(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        boolean closed = said.equals("Connection is closed")
                || (said.startsWith("HikariDataSource ") && said.endsWith(" has been closed."));
        return closed
                        || failure instanceof SQLTransientConnectionException
                        || failure instanceof SQLNonTransientConnectionException
                ? DISCONNECTED
                : OTHER;
    }

    /** PostgreSQL's appendix A, "PostgreSQL Error Codes". */
    private static SqlErrorKind ofState(String state) {
        return switch (state) {
            case "53100" -> FULL;
            case "58030" -> INPUT_OUTPUT;
            case "40P01", "55P03", "40001" -> LOCKED;
            case "57014" -> INTERRUPTED;
            case "XX001", "XX002" -> CORRUPT;
            // The last one: it asks a standby, which will be promoted, or was a primary.
            case "57P01", "57P02", "57P03", "25006" -> DISCONNECTED;
            default -> ofStateClass(state);
        };
    }

    private static SqlErrorKind ofStateClass(String state) {
        if (state.startsWith("23")) {
            return CONSTRAINT;
        }
        return state.startsWith("08") ? DISCONNECTED : OTHER;
    }
}
