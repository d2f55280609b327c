package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the store knows of its disk. Safe for use by several threads; only the writer's thread clears a doubt. */
final class Health {
    private static final System.Logger LOG = System.getLogger(Health.class.getName());

    /** SQLite says of a file that cannot be written either that it cannot, or that a file cannot be opened or written. */
    private static final Set<SqlErrorKind> DISK = EnumSet.of(SqlErrorKind.INPUT_OUTPUT, SqlErrorKind.OTHER);

    private final Database database;
    private final Readers readers;
    private volatile Condition condition = Condition.WELL;

    Health(Database database, Readers readers) {
        this.database = database;
        this.readers = readers;
    }

    Condition condition() {
        return condition;
    }

    boolean isTrusted() {
        return condition != Condition.SUSPECT;
    }

    /** Why a database that is not trusted is not used. */
    StoreUnavailable.Reason doubt() {
        return database.isReadOnly() ? StoreUnavailable.Reason.READ_ONLY : StoreUnavailable.Reason.SUSPECT;
    }

    boolean isReadOnly() {
        return condition == Condition.READ_ONLY;
    }

    boolean isFull() {
        return condition == Condition.FULL;
    }

    boolean isDamaged() {
        return condition == Condition.DAMAGED;
    }

    /** A commit succeeded; it tells nothing of a damaged page elsewhere. */
    void works() {
        if (!isDamaged()) {
            condition = Condition.WELL;
        }
    }

    void saw(RuntimeException failure) {
        Optional<SqlErrorKind> kind = SqlErrorKind.behind(failure);
        if (kind.filter(SqlErrorKind.FULL::equals).isPresent() && !isDamaged()) {
            condition = Condition.FULL;
        }
        boolean disk = kind.filter(DISK::contains).isPresent();
        if (disk && isTrusted() && !isDamaged() && database.isReadOnly()) {
            condition = Condition.READ_ONLY;
        }
        if (kind.filter(SqlErrorKind.CORRUPT::equals).isPresent() && isTrusted()) {
            condition = Condition.DAMAGED;
            LOG.log(Level.ERROR, "A page of the database cannot be read. Restore the last backup.");
        }
    }

    /** A reading failed. @return what whoever read is told, where the database is to blame */
    Optional<StoreUnavailable> sawReading(RuntimeException failure) {
        SqlErrorKind kind = SqlErrorKind.behind(failure).orElse(SqlErrorKind.OTHER);
        if (kind == SqlErrorKind.DISCONNECTED) {
            return Optional.of(new StoreUnavailable(StoreUnavailable.Reason.BROKEN, failure));
        }
        if (kind != SqlErrorKind.CORRUPT) {
            return Optional.empty();
        }
        saw(failure);
        return Optional.of(new StoreUnavailable(StoreUnavailable.Reason.DAMAGED, failure));
    }

    /** Returns whether the database is in doubt from now on. */
    boolean doubtAfter(RuntimeException failedCommit) {
        if (!database.isSuspectAfter(failedCommit)) {
            return false;
        }
        condition = Condition.SUSPECT;
        return true;
    }

    /** Rewrites a suspect database; returns whether it can be believed again. */
    boolean mend(WriterConnection writer) {
        writer.discard();
        try {
            readers.whileClosed(database::rewrite);
            condition = Condition.WELL;
            LOG.log(Level.WARNING, "The suspect store was rewritten and checked; it is in use again.");
            return true;
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "The suspect store could not be rewritten: {0}", e.getMessage());
            return false;
        }
    }
}
