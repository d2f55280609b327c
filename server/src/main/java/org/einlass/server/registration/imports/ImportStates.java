package org.einlass.server.registration.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;

/**
 * The states of imports, and all statements that change them. An import is open while it is RUNNING, and from
 * the moment it is CUT_OFF or WITHDRAWN until {@code undone_at} is set; of an event one is open at a time, which
 * the index {@code imports_open} guards between servers.
 */
final class ImportStates {
    private static final String OPEN = "select event, id, state, rows_done, rows_all, kept, progress_at from imports"
            + " where state <> 'DONE' and undone_at is null";

    private ImportStates() {}

    /** Begins an import of {@code rows} rows. @throws Rejected where another one of the event is open */
    static void begin(Handle handle, EventId event, String id, String source, int rows, Instant now) {
        refuseBeside(handle, event);
        int begun = handle.createUpdate("""
                        insert into imports (event, id, source, imported_at, state, rows_all, progress_at, number)
                        values (:event, :id, :source, :now, 'RUNNING', :rows, :now,
                            (select coalesce(max(number), 0) + 1 from imports where event = :event))
                        on conflict do nothing
                        """)
                .bind("event", event.text())
                .bind("id", id)
                .bind("source", source)
                .bind("rows", rows)
                .bind("now", now.toEpochMilli())
                .execute();
        if (begun == 0) {
            throw open(handle, event)
                    .orElse(new OpenImport(event, "", PastImport.State.RUNNING, 0, rows, 0, 0))
                    .refusal();
        }
    }

    /** @throws Rejected where a list of the event is coming in or being taken back */
    static void refuseBeside(Handle handle, EventId event) {
        Optional<OpenImport> other = open(handle, event);
        if (other.isPresent()) {
            throw other.get().refusal();
        }
    }

    private static Optional<OpenImport> open(Handle handle, EventId event) {
        return handle.createQuery(OPEN + " and event = :event")
                .bind("event", event.text())
                .map((row, context) -> open(row))
                .findOne();
    }

    /** Those of all events. */
    static List<OpenImport> open(Handle handle) {
        return handle.createQuery(OPEN).map((row, context) -> open(row)).list();
    }

    private static OpenImport open(ResultSet row) throws SQLException {
        return new OpenImport(
                new EventId(row.getString("event")),
                row.getString("id"),
                PastImport.State.valueOf(row.getString("state")),
                row.getInt("rows_done"),
                row.getInt("rows_all"),
                row.getInt("kept"),
                row.getLong("progress_at"));
    }

    /** Notes how far it is. @throws IllegalStateException where it is being taken back already */
    static void progress(Handle handle, EventId event, String id, int rows, Instant now) {
        int changed = DirectSql.execute(
                handle,
                "update imports set rows_done = ?, progress_at = ? where event = ? and id = ? and state = 'RUNNING'",
                rows,
                now.toEpochMilli(),
                event.text(),
                id);
        if (changed == 0) {
            throw new IllegalStateException("The import was taken for cut off and is being taken back.");
        }
    }

    /** All of it has come in. */
    static void done(Handle handle, EventId event, String id) {
        move(handle, event, id, "state = 'DONE'", "state = 'RUNNING'");
    }

    /** An organiser begins to take it back. @return whether nobody had begun before */
    static boolean withdraw(Handle handle, EventId event, String id) {
        return move(handle, event, id, "state = 'WITHDRAWN'", "state = 'DONE'");
    }

    /**
     * Who brings it in begins to take it back: it failed, be it at the commit of its last slice.
     *
     * @return whether nobody had begun before
     */
    static boolean cutOff(Handle handle, EventId event, String id) {
        return move(handle, event, id, "state = 'CUT_OFF'", "state in ('RUNNING', 'DONE') and undone_at is null");
    }

    /** The same for an import that another server left. @return false too where that has written since */
    static boolean cutOff(Handle handle, OpenImport silent) {
        return DirectSql.execute(handle, """
                        update imports set state = 'CUT_OFF'
                        where event = ? and id = ? and state = 'RUNNING' and rows_done = ? and progress_at = ?
                        """, silent.event().text(), silent.id(), silent.done(), silent.progressAt())
                == 1;
    }

    private static boolean move(Handle handle, EventId event, String id, String to, String from) {
        return DirectSql.execute(
                        handle,
                        "update imports set " + to + " where event = ? and id = ? and " + from,
                        event.text(),
                        id)
                == 1;
    }

    /** Whether it is being taken back, and not all of it is gone. */
    static boolean isGoing(Handle handle, EventId event, String id) {
        return state(handle, event, id)
                .filter(state -> state == PastImport.State.WITHDRAWN || state == PastImport.State.CUT_OFF)
                .isPresent();
    }

    /** An import's state; empty where there is no such import, or it was taken back. */
    static Optional<PastImport.State> state(Handle handle, EventId event, String id) {
        return handle.createQuery("select state from imports where event = :event and id = :id and undone_at is null")
                .bind("event", event.text())
                .bind("id", id)
                .map((row, context) -> PastImport.State.valueOf(row.getString("state")))
                .findOne();
    }

    /** Some of it is taken back, except {@code kept} people. */
    static void going(Handle handle, EventId event, String id, int kept, Instant now) {
        DirectSql.execute(
                handle,
                "update imports set kept = kept + ?, progress_at = ? where event = ? and id = ?",
                kept,
                now.toEpochMilli(),
                event.text(),
                id);
    }

    /** All of it is taken back. */
    static void gone(Handle handle, EventId event, String id, Instant now) {
        DirectSql.execute(
                handle,
                "update imports set undone_at = ? where event = ? and id = ?",
                now.toEpochMilli(),
                event.text(),
                id);
    }
}
