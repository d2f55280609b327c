package org.einlass.server.scan;

import java.util.List;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.event.Area;
import org.einlass.server.event.AreaLocks;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.presence.AreaPresence;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.PresenceTable;
import org.jdbi.v3.core.Handle;

/** Whether areas behind a door have room for one more. */
final class CapacityCheck {
    private final HeadCountTable headCountTable;
    private final PresenceTable presenceTable;

    CapacityCheck(HeadCountTable headCountTable, PresenceTable presenceTable) {
        this.headCountTable = headCountTable;
        this.presenceTable = presenceTable;
    }

    /** Counts those whom the areas refuse nobody else meanwhile: the areas stay locked until the end of the transaction. */
    boolean isFull(Handle handle, EventConfig eventConfig, Door door, RegistrationId registration) {
        List<Area> limits = eventConfig.limits(door);
        AreaLocks.hold(
                handle, eventConfig.event(), limits.stream().map(Area::id).toList());
        return limits.stream().anyMatch(area -> isFull(handle, eventConfig, area, registration));
    }

    private boolean isFull(Handle handle, EventConfig eventConfig, Area area, RegistrationId registration) {
        EventId event = eventConfig.event();
        AreaPresence.Key key = new AreaPresence.Key(eventConfig.phase(), area.id());
        if (presenceTable.isInside(handle, event, key, registration.toString())) {
            return false;
        }
        AreaId id = area.id();
        long people = headCountTable.of(handle, event, eventConfig.phase(), id)
                + ScanQueries.onTheirWay(handle, event, eventConfig.phase(), id, eventConfig.entries(id), registration);
        Integer permitted = area.permitted();
        return permitted != null && people >= permitted;
    }
}
