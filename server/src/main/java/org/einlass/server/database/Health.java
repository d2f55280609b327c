package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** What the store knows of its disk. Written by the writer's thread, read by all. */
final class Health {
    private static final System.Logger LOG = System.getLogger(Health.class.getName());

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

    boolean isFull() {
        return condition == Condition.FULL;
    }

    void works() {
        condition = Condition.WELL;
    }

    void saw(RuntimeException failure) {
        if (SqlErrorKind.behind(failure).filter(SqlErrorKind.FULL::equals).isPresent()) {
            condition = Condition.FULL;
        }
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
