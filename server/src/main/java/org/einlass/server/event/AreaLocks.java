package org.einlass.server.event;

import java.util.Collection;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** Holds areas with a hard limit for one transaction, so that two servers do not fill the last place twice. */
public final class AreaLocks {
    private AreaLocks() {}

    /** Holds the areas until the end of the transaction, in the given order, so that nobody else fills them. */
    public static void hold(Handle handle, EventId event, Collection<AreaId> areas) {
        for (AreaId area : areas) {
            handle.createUpdate("update areas set version = version where event = :event and id = :area")
                    .bind("event", event.text())
                    .bind("area", area.text())
                    .execute();
        }
    }
}
