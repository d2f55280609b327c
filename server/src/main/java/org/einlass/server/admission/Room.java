package org.einlass.server.admission;

import java.util.List;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Whether areas behind a door have room for one more. */
final class Room {
    private final HeadCounts headCounts;
    private final Presences presences;
    private final Answers answers;

    Room(HeadCounts headCounts, Presences presences, Answers answers) {
        this.headCounts = headCounts;
        this.presences = presences;
        this.answers = answers;
    }

    /** Counts those whom the areas refuse nobody else meanwhile: the areas stay locked until the end of the transaction. */
    boolean isFull(Handle handle, Plan plan, Door door, RegistrationId registration) {
        List<Area> limits = plan.limits(door);
        headCounts.lock(handle, plan.event(), limits.stream().map(Area::id).toList());
        return limits.stream().anyMatch(area -> isFull(handle, plan, area, registration));
    }

    private boolean isFull(Handle handle, Plan plan, Area area, RegistrationId registration) {
        EventId event = plan.event();
        Stay.Key key = new Stay.Key(plan.phase(), area.id());
        if (presences.isInside(handle, event, key, registration.toString())) {
            return false;
        }
        AreaId id = area.id();
        long people = headCounts.of(handle, event, plan.phase(), id)
                + answers.onTheirWay(handle, event, plan.phase(), id, plan.entries(id), registration);
        Integer permitted = area.permitted();
        return permitted != null && people >= permitted;
    }
}
