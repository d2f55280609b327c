package org.einlass.server.device.helper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Erases the helpers of an event, with their names and badges. */
public final class HelperErasures {
    private HelperErasures() {}

    /** Erases all of them. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of("helpers", "helper_locks")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
