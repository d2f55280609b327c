package org.einlass.server.badge;

import java.util.List;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** The boxes of an event, by the names whose badges they hold. */
public final class BadgeBoxTable {
    private BadgeBoxTable() {}

    /** The ranges in their order; one for all names where nobody has divided them. */
    public static List<BoxRange> of(Handle handle, EventId event) {
        List<BoxRange> ranges = handle.createQuery(
                        "select box, first, letters from badge_boxes where event = :event order by box")
                .bind("event", event.text())
                .map((row, context) ->
                        new BoxRange(row.getInt("box"), row.getString("first"), row.getString("letters")))
                .list();
        return ranges.isEmpty() ? BoxRanges.single() : ranges;
    }

    /** From now on these ranges hold. */
    public static void replace(Handle handle, EventId event, List<BoxRange> ranges) {
        handle.createUpdate("delete from badge_boxes where event = :event")
                .bind("event", event.text())
                .execute();
        for (BoxRange range : ranges) {
            handle.createUpdate("""
                            insert into badge_boxes (event, box, first, letters)
                            values (:event, :box, :first, :letters)
                            """)
                    .bind("event", event.text())
                    .bind("box", range.box())
                    .bind("first", range.first())
                    .bind("letters", range.letters())
                    .execute();
        }
    }
}
