package org.einlass.server.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Erases what the server said to the scans of an event. Of single people it keeps ids only, which name nobody. */
public final class AnswerErasures {
    private AnswerErasures() {}

    /** Erases all of it. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of("answers", "claims")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
