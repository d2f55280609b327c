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
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What scans and reports must know of events, read from the tables on the caller's handle. */
public final class EventConfigTable {
    private final ObjectMapper json;

    EventConfigTable(ObjectMapper json) {
        this.json = json;
    }

    /** The version of an event, which each change raises; empty where there is no such event. */
    Optional<Long> version(Handle handle, EventId event) {
        return DirectSql.first(handle, "select version from events where id = ?", row -> row.getLong(1), event.text());
    }

    /** The plan of an event that exists, as the transaction of {@code handle} sees it. */
    EventConfig read(Handle handle, EventId event) {
        Map<DoorId, Door> doors = doors(handle, event);
        Map<AreaId, Area> areas = areas(handle, event);
        List<ProgrammeId> programmes = programmes(handle, event);
        Map<SessionId, String> sessionLines = SessionLines.of(handle, event);
        List<OrganiserQuestion> questions = EventTable.questions(handle, event);
        return handle.createQuery("select zone, day_start, phase, salt from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> new EventConfig(
                        event,
                        new EventCalendar(ZoneId.of(row.getString(1)), LocalTime.parse(row.getString(2))),
                        Phase.valueOf(row.getString(3)),
                        new EventSalt(row.getString(4)),
                        doors,
                        areas,
                        programmes,
                        sessionLines,
                        questions))
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
                area(row.getString("area")),
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
                area(parent),
                permitted(row),
                HeadCount.valueOf(row.getString("head_count")));
    }

    static @Nullable AreaId area(@Nullable String text) {
        return text == null ? null : new AreaId(text);
    }

    private static @Nullable Integer permitted(ResultSet row) throws SQLException {
        int permitted = row.getInt("permitted");
        return row.wasNull() ? null : permitted;
    }
}
