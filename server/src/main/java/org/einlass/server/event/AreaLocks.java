package org.einlass.server.event;

import java.util.Collection;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holds areas with a hard limit for one transaction, so that two servers do not fill the last place twice.
 */
public final class AreaLocks {
    private AreaLocks() {}

    /**
     * Holds the areas until the end of the transaction, in the given order, so that nobody else fills them.
     */
    public static void hold(Handle handle, EventId event, Collection<AreaId> areas) {
        DirectSql.each(
                handle,
                "update areas set version = version where event = ? and id = ?",
                areas.stream()
                        .map(area -> new @Nullable Object[] {event.text(), area.text()})
                        .toList());
    }
}
