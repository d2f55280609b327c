package org.einlass.server.database;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

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

    /** The fault behind {@code failure}, or empty where no database had a part in it. */
    static Optional<SqlErrorKind> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(ofSqlite(sqlite.getResultCode().code & 0xff));
            }
            if (cause instanceof SQLException sql) {
                return Optional.of(ofState(sql.getSQLState() == null ? "" : sql.getSQLState()));
            }
        }
        return Optional.empty();
    }

    /** Primary result codes of sqlite.org/rescode.html. */
    private static SqlErrorKind ofSqlite(int primaryCode) {
        return switch (primaryCode) {
            case 19 -> CONSTRAINT;
            case 13 -> FULL;
            case 10, 14 -> INPUT_OUTPUT;
            case 5, 6 -> LOCKED;
            case 9 -> INTERRUPTED;
            case 11, 26 -> CORRUPT;
            default -> OTHER;
        };
    }

    /** PostgreSQL's appendix A, "PostgreSQL Error Codes". */
    private static SqlErrorKind ofState(String state) {
        return switch (state) {
            case "53100" -> FULL;
            case "58030" -> INPUT_OUTPUT;
            case "40P01", "55P03", "40001" -> LOCKED;
            case "57014" -> INTERRUPTED;
            case "XX001", "XX002" -> CORRUPT;
            case "57P01", "57P02", "57P03" -> DISCONNECTED;
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
