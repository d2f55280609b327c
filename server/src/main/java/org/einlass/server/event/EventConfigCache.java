package org.einlass.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The plans of the events, read from the database and kept as long as the event's version stays the same: whoever changes
 * a door, an area or anything else of an event raises it.
 */
public final class EventConfigCache {
    private final ObjectMapper json;
    private final Map<EventId, Known> known = new ConcurrentHashMap<>();
    private final Map<EventId, EventSalt> salts = new ConcurrentHashMap<>();

    public EventConfigCache(ObjectMapper json) {
        this.json = json;
    }

    private record Known(long version, EventConfig plan) {}

    /**
     * The plan as the transaction of {@code handle} sees it, as long as it does not change the event itself; empty where
     * there is no such event.
     */
    public Optional<EventConfig> find(Handle handle, EventId event) {
        return DirectSql.first(handle, "select version from events where id = ?", row -> row.getLong(1), event.text())
                .map(version -> current(handle, event, version));
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

    /** The plan for scans and reports, of which none changes it: read once for all that are committed together. */
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
        EventConfig plan = read(handle, event);
        known.put(event, new Known(version, plan));
        return plan;
    }

    /** The plan of an event that the transaction of {@code handle} changes: not kept, since all may be rolled back. */
    public EventConfig read(Handle handle, EventId event) {
        Map<DoorId, Door> doors = doors(handle, event);
        Map<AreaId, Area> areas = areas(handle, event);
        List<ProgrammeId> programmes = programmes(handle, event);
        return handle.createQuery("select zone, day_start, phase, salt from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> new EventConfig(
                        event,
                        new EventCalendar(ZoneId.of(row.getString(1)), LocalTime.parse(row.getString(2))),
                        Phase.valueOf(row.getString(3)),
                        new EventSalt(row.getString(4)),
                        doors,
                        areas,
                        programmes))
                .one();
    }

    /** The programmes of an event in its order. */
    public static List<ProgrammeId> programmes(Handle handle, EventId event) {
        return handle.select("select id from programmes where event = ? order by position, id", event.text())
                .map((row, context) -> new ProgrammeId(row.getString(1)))
                .list();
    }

    private Map<DoorId, Door> doors(Handle handle, EventId event) {
        return handle
                .createQuery("select id, area, direction, scope, rule, prints from doors where event = :event")
                .bind("event", event.text())
                .map((row, context) -> door(row))
                .stream()
                .collect(Collectors.toMap(Door::id, Function.identity()));
    }

    private Door door(ResultSet row) throws SQLException {
        return new Door(
                new DoorId(row.getString("id")),
                new AreaId(row.getString("area")),
                Direction.valueOf(row.getString("direction")),
                new ScopeId(row.getString("scope")),
                rule(row.getString("rule")),
                row.getBoolean("prints"));
    }

    private DoorRule rule(String text) {
        try {
            return json.readValue(text, DoorRule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rule of a door cannot be read.", e);
        }
    }

    private static Map<AreaId, Area> areas(Handle handle, EventId event) {
        return handle
                .createQuery("select id, parent, permitted, head_count from areas where event = :event")
                .bind("event", event.text())
                .map((row, context) -> area(row))
                .stream()
                .collect(Collectors.toMap(Area::id, Function.identity()));
    }

    private static Area area(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        return new Area(
                new AreaId(row.getString("id")),
                parent == null ? null : new AreaId(parent),
                permitted(row),
                HeadCount.valueOf(row.getString("head_count")));
    }

    private static @Nullable Integer permitted(ResultSet row) throws SQLException {
        int permitted = row.getInt("permitted");
        return row.wasNull() ? null : permitted;
    }
}
