package org.einlass.server.scan;

import java.time.Clock;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.presence.HeadCountTable;

/** Tells a door how many people are in the room behind it. Any thread may call it. */
public final class RoomService {
    private final Store store;
    private final EventConfigCache eventConfigs;
    private final HeadCountTable headCounts = new HeadCountTable();
    private final Clock clock;

    public RoomService(Store store, EventConfigCache eventConfigs, Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        this.clock = clock;
    }

    /**
     * The head count behind a door, in the event's phase of now: what devices have reported until now.
     *
     * @throws UnknownEventOrDoor where one of them does not exist, or the door is a hand-out point without a room
     */
    public RoomSheet.Count headCount(EventId event, DoorId door) {
        return store.read(handle -> {
            EventConfig config = eventConfigs
                    .find(handle, event)
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
            AreaId area = config.door(door)
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR))
                    .area();
            if (area == null) {
                throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR);
            }
            long people = headCounts.of(handle, event, config.phase(), area);
            return new RoomSheet.Count(area, people, clock.instant());
        });
    }
}
