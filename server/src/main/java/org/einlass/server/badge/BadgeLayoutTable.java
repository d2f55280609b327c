package org.einlass.server.badge;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.BadgeLayoutSet.Layout;
import org.jdbi.v3.core.Handle;

/** The badge layouts of organisers. */
public final class BadgeLayoutTable {
    private BadgeLayoutTable() {}

    /** All of an event, by format and category. */
    public static List<Layout> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select format, category, layout from badge_layouts
                        where event = :event order by format, category
                        """)
                .bind("event", event.text())
                .map((row, context) ->
                        new Layout(row.getString("format"), row.getString("category"), row.getString("layout")))
                .list();
    }

    /** From now on this layout holds for its format and category. */
    public static void put(Handle handle, EventId event, Layout layout, Instant now) {
        handle.createUpdate("""
                        insert into badge_layouts (event, format, category, layout, changed_at)
                        values (:event, :format, :category, :layout, :now)
                        on conflict (event, format, category)
                            do update set layout = excluded.layout, changed_at = excluded.changed_at
                        """)
                .bind("event", event.text())
                .bind("format", layout.format())
                .bind("category", layout.category())
                .bind("layout", layout.json())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The format looks for that category as it did before anybody laid it out. */
    public static void remove(Handle handle, EventId event, String format, String category) {
        handle.createUpdate("""
                        delete from badge_layouts where event = :event and format = :format and category = :category
                        """)
                .bind("event", event.text())
                .bind("format", format)
                .bind("category", category)
                .execute();
    }
}
