package org.einlass.server.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;

/**
 * The plans of the events, read from the database and kept as long as the event's version stays the same:
 * whoever changes a door, an area or anything else of an event raises it.
 */
public final class EventConfigCache {
    private final EventConfigTable table;
    private final Map<EventId, Known> known = new ConcurrentHashMap<>();
    private final Map<EventId, EventSalt> salts = new ConcurrentHashMap<>();

    public EventConfigCache(ObjectMapper json) {
        this.table = new EventConfigTable(json);
    }

    private record Known(long version, EventConfig plan) {}

    /**
     * The plan as the transaction of {@code handle} sees it, as long as it does not change the event itself;
     * empty where there is no such event.
     */
    public Optional<EventConfig> find(Handle handle, EventId event) {
        return table.version(handle, event).map(version -> current(handle, event, version));
    }

    /**
     * The salt of an event, which never changes; it is looked up once.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public EventSalt salt(Store store, EventId event) {
        EventSalt kept = salts.get(event);
        if (kept != null) {
            return kept;
        }
        EventSalt salt = store.read(handle -> find(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT))
                .salt();
        salts.put(event, salt);
        return salt;
    }

    /**
     * The plan for scans and reports, of which none changes it: read once for all that are committed
     * together.
     */
    public EventConfig of(Transaction transaction, EventId event) {
        return transaction
                .once(new ConfigOf(event), () -> find(transaction.handle(), event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private record ConfigOf(EventId event) {}

    private EventConfig current(Handle handle, EventId event, long version) {
        Known last = known.get(event);
        if (last != null && last.version() == version) {
            return last.plan();
        }
        EventConfig plan = table.read(handle, event);
        known.put(event, new Known(version, plan));
        return plan;
    }

    /**
     * The plan of an event that the transaction of {@code handle} changes: not kept, since all may be rolled
     * back.
     */
    public EventConfig read(Handle handle, EventId event) {
        return table.read(handle, event);
    }
}
