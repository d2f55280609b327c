package org.einlass.contract.wire;

import java.util.List;

/**
 * What has changed in an event's roster since a cursor: rows as they are now, not as they were in between.
 *
 * @param cursor where the next question begins
 * @param more whether there is more to fetch at once
 */
public record RosterChanges(RosterCursor cursor, List<RosterRow> rows, boolean more) {

    public RosterChanges {
        rows = List.copyOf(rows);
    }
}
