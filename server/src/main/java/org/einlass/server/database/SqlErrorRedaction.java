package org.einlass.server.database;

import org.jdbi.v3.core.config.Configurable;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * What a failed statement may say: nothing of the values that it was given, since its message may stand in a
 * log.
 */
final class SqlErrorRedaction {
    private SqlErrorRedaction() {}

    static void keep(Configurable<?> statements) {
        statements.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }
}
