package org.einlass.server.badge;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The runs that printed badges before their people came. */
public final class BadgeRunTable {
    private BadgeRunTable() {}

    /** All runs of an event, the newest first. */
    public static List<BadgeRun> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select number, printed_at, printed_by, format, sheets from badge_runs
                        where event = :event order by number desc
                        """)
                .bind("event", event.text())
                .map((row, context) -> new BadgeRun(
                        row.getInt("number"),
                        Instant.ofEpochMilli(row.getLong("printed_at")),
                        row.getString("printed_by"),
                        row.getString("format"),
                        row.getInt("sheets")))
                .list();
    }

    /** Adds a run. */
    public static void add(Handle handle, EventId event, BadgeRun run) {
        handle.createUpdate("""
                        insert into badge_runs (event, number, printed_at, printed_by, format, sheets)
                        values (:event, :number, :at, :by, :format, :sheets)
                        """)
                .bind("event", event.text())
                .bind("number", run.number())
                .bind("at", run.printedAt().toEpochMilli())
                .bind("by", run.printedBy())
                .bind("format", run.format())
                .bind("sheets", run.sheets())
                .execute();
    }
}
