package org.einlass.server.badge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/**
 * Erases what is kept of an event's badges that were printed before their people came: in which box each lies. Of single
 * people it is kept as long as the paper lies there: an id, a box and a number, by which it is found and pulled.
 */
public final class BadgeErasures {
    private BadgeErasures() {}

    /** Erases all of it; layouts stay. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of("badge_sheets", "badge_runs", "badge_boxes")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
