package org.einlass.sqlite;

import java.util.Optional;
import org.sqlite.SQLiteException;

/**
 * The kind of an error that SQLite reported, as far as the kind decides what a program may do next.
 *
 * @see <a href="https://sqlite.org/rescode.html">Result and error codes of SQLite</a>
 */
public enum SqliteErrorKind {
    /** A constraint was violated. The transaction is intact, and a savepoint can undo the statement. */
    CONSTRAINT,
    /** No room is left on the disk. SQLite may have rolled back the whole transaction. */
    FULL,
    /**
     * A file could not be opened, read, written or synced. After a commit nobody knows what the disk holds.
     */
    INPUT_OUTPUT,
    /** Another connection held a lock for too long. */
    LOCKED,
    INTERRUPTED,
    /** The file is no SQLite database, or it is damaged. */
    CORRUPT,
    OTHER;

    /** The kind of the first SQLite error among {@code failure} and its causes; empty where there is none. */
    public static Optional<SqliteErrorKind> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(ofPrimaryCode(sqlite.getErrorCode()));
            }
        }
        return Optional.empty();
    }

    /** @param code without the high bits, in which SQLite says more exactly what failed */
    private static SqliteErrorKind ofPrimaryCode(int code) {
        return switch (code) {
            case 19 -> CONSTRAINT;
            case 13 -> FULL;
            case 10, 14 -> INPUT_OUTPUT;
            case 5, 6 -> LOCKED;
            case 9 -> INTERRUPTED;
            case 11, 26 -> CORRUPT;
            default -> OTHER;
        };
    }

    /**
     * Whether a commit that failed with this kind of error may be on the disk all the same. The file is then
     * in doubt and must be rewritten before anything in it is believed: after a failed fsync the operating
     * system can show bytes that the disk does not have.
     */
    public boolean leavesCommitInDoubt() {
        return switch (this) {
            case CONSTRAINT, FULL, LOCKED -> false;
            case INPUT_OUTPUT, INTERRUPTED, CORRUPT, OTHER -> true;
        };
    }
}
