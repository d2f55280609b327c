package org.einlass.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.json.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Events as they stand in the tables, read on the caller's handle. */
public final class EventTable {
    private static final ObjectMapper JSON = Json.mapper();

    private EventTable() {}

    /** The event as its organiser wrote it. */
    public static Optional<EventDocument> document(Handle handle, EventId event) {
        return handle.createQuery("select * from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> document(handle, event, row))
                .findOne();
    }

    private static EventDocument document(Handle handle, EventId event, ResultSet row) throws SQLException {
        EventBrochure eventBrochure = read(row.getString("handout"), EventBrochure.class);
        return new EventDocument(
                wording(row),
                ZoneId.of(row.getString("zone")),
                LocalTime.parse(row.getString("day_start")),
                Phase.valueOf(row.getString("phase")),
                eventBrochure.firstDay(),
                eventBrochure.lastDay(),
                eventBrochure.opens(),
                eventBrochure.closes(),
                eventBrochure.organiser(),
                eventBrochure.place(),
                eventBrochure.directions(),
                eventBrochure.access(),
                row.getString("hotline"),
                programmes(handle, event),
                categories(handle, event),
                areas(handle, event),
                sessions(handle, event),
                doors(handle, event),
                row.getBoolean("rush") ? true : null,
                eventBrochure.guests());
    }

    /** All events, the latest first. */
    public static List<EventSummary> all(Handle handle) {
        return handle
                .createQuery("select id, title_german, title_english, phase, handout from events order by id")
                .map((row, context) -> summary(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(EventSummary::firstDay).reversed())
                .toList();
    }

    private static EventSummary summary(ResultSet row) throws SQLException {
        EventBrochure brochure = read(row.getString("handout"), EventBrochure.class);
        return new EventSummary(
                new EventId(row.getString("id")),
                wording(row),
                brochure.firstDay(),
                brochure.lastDay(),
                Phase.valueOf(row.getString("phase")));
    }

    /** How often the event was saved; 0 where there is none. */
    static long version(Handle handle, EventId event) {
        return handle.createQuery("select version from events where id = :event")
                .bind("event", event.text())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** The events that are not closed. */
    public static List<EventId> open(Handle handle) {
        return handle.createQuery("select id from events where phase <> 'CLOSED' order by id")
                .map((row, context) -> new EventId(row.getString(1)))
                .list();
    }

    /** The salt of the event's look-up ids. */
    public static Optional<EventSalt> salt(Handle handle, EventId event) {
        return handle.createQuery("select salt from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> new EventSalt(row.getString("salt")))
                .findOne();
    }

    /** The organiser's own questions that kiosks ask. */
    public static List<OrganiserQuestion> questions(Handle handle, EventId event) {
        return handle.createQuery("select handout from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> read(row.getString("handout"), EventBrochure.class))
                .findOne()
                .map(EventBrochure::guests)
                .map(GuestTexts::allQuestions)
                .orElse(List.of());
    }

    /** The days of the event; empty where there is none. */
    public static Optional<EventCalendar> calendar(Handle handle, EventId event) {
        return handle.createQuery("select zone, day_start from events where id = :event")
                .bind("event", event.text())
                .map((row, context) -> new EventCalendar(
                        ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("day_start"))))
                .findOne();
    }

    /** Whether there is such an event. @throws UnknownEventOrDoor where there is none */
    public static void checkKnown(Handle handle, EventId event) {
        if (salt(handle, event).isEmpty()) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
    }

    public static List<Programme> programmes(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, title_german, title_english from programmes
                        where event = :event
                        order by position, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Programme(new ProgrammeId(row.getString("id")), wording(row)))
                .list();
    }

    public static List<Category> categories(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, title_german, title_english, colour, counts_as_visitor from categories
                        where event = :event
                        order by position, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Category(
                        new CategoryId(row.getString("id")),
                        wording(row),
                        row.getString("colour"),
                        row.getBoolean("counts_as_visitor")))
                .list();
    }

    /** Parents before the areas inside them. */
    private static List<Area> areas(Handle handle, EventId event) {
        List<Area> any = handle.createQuery("""
                        select id, title_german, title_english, parent, permitted, head_count from areas
                        where event = :event
                        order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> area(row))
                .list();
        Map<AreaId, List<Area>> inside = any.stream()
                .filter(area -> area.parent() != null)
                .collect(Collectors.groupingBy(area -> Objects.requireNonNull(area.parent())));
        List<Area> ordered = new ArrayList<>();
        List<Area> level = any.stream().filter(area -> area.parent() == null).toList();
        while (!level.isEmpty()) {
            ordered.addAll(level);
            level = level.stream()
                    .flatMap(area -> inside.getOrDefault(area.id(), List.of()).stream())
                    .sorted(Comparator.comparing(area -> area.id().text()))
                    .toList();
        }
        return ordered;
    }

    private static Area area(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        int permitted = row.getInt("permitted");
        return new Area(
                new AreaId(row.getString("id")),
                wording(row),
                parent == null ? null : new AreaId(parent),
                row.getObject("permitted") == null ? null : permitted,
                HeadCount.valueOf(row.getString("head_count")));
    }

    /** In the order in which they begin. */
    private static List<Session> sessions(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, programme, title_german, title_english, area, starts_at, ends_at, seats from sessions
                        where event = :event
                        order by starts_at, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> session(row))
                .list();
    }

    private static Session session(ResultSet row) throws SQLException {
        int seats = row.getInt("seats");
        return new Session(
                new SessionId(row.getString("id")),
                new ProgrammeId(row.getString("programme")),
                wording(row),
                new AreaId(row.getString("area")),
                Instant.ofEpochMilli(row.getLong("starts_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                row.getObject("seats") == null ? null : seats);
    }

    private static List<Door> doors(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, title_german, title_english, area, scope, direction, prints, rule, gives_german,
                            gives_english, comes_back
                        from doors
                        where event = :event
                        order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> door(row))
                .list();
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                new DoorId(row.getString("id")),
                wording(row),
                EventConfigTable.area(row.getString("area")),
                new ScopeId(row.getString("scope")),
                Direction.valueOf(row.getString("direction")),
                row.getBoolean("prints"),
                EventDocument.Rule.of(read(row.getString("rule"), DoorRule.class)),
                handOut(row));
    }

    private static EventDocument.@Nullable HandOut handOut(ResultSet row) throws SQLException {
        String german = row.getString("gives_german");
        return german == null
                ? null
                : new EventDocument.HandOut(
                        new Wording(german, row.getString("gives_english")), row.getBoolean("comes_back"));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(row.getString("title_german"), row.getString("title_english"));
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Objects.requireNonNull(JSON.readValue(json, type));
        } catch (JsonProcessingException e) {
            // Without the cause: who reads the event did not write what is wrong in it.
            throw new IllegalStateException(
                    "A stored part of an event cannot be read as " + type.getSimpleName() + ".");
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends this incarnation of an event, in the transaction that restores it: all readers begin anew. */
    public static void renewIncarnation(Handle handle, EventId event) {
        handle.createUpdate("update events set incarnation = :incarnation, version = version + 1 where id = :event")
                .bind("incarnation", UUID.randomUUID().toString())
                .bind("event", event.text())
                .execute();
    }
}
