package org.einlass.server.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.server.device.RosterHolders;
import org.einlass.server.json.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was erased, and which devices have said that they hold it no more. */
final class ErasureTable {
    /** The kind of change in the feed by which devices hear of an erasure; its number is what they acknowledge. */
    static final String CHANGE = "erasure";

    private static final ObjectMapper JSON = Json.mapper();
    private static final TypeReference<Map<String, Integer>> ROWS = new TypeReference<>() {};

    private ErasureTable() {}

    static void add(Handle handle, EventId event, Erasure erasure, List<RosterHolders.Holder> holders) {
        handle.createUpdate("""
                        insert into erasures (event, id, registration, reason, erased_at, erased_by, counts)
                        values (:event, :id, :registration, :reason, :at, :by, :counts)
                        """)
                .bind("event", event.text())
                .bind("id", erasure.id())
                .bind("registration", erasure.registration())
                .bind("reason", erasure.reason().name())
                .bind("at", erasure.erasedAt().toEpochMilli())
                .bind("by", erasure.by())
                .bind("counts", json(erasure.rows()))
                .execute();
        for (RosterHolders.Holder holder : holders) {
            handle.createUpdate("""
                            insert into erasure_devices (event, erasure, device, enrolment, acknowledged_at)
                            values (:event, :erasure, :device, :enrolment, :wiped)
                            """)
                    .bind("event", event.text())
                    .bind("erasure", erasure.id())
                    .bind("device", holder.device().text())
                    .bind("enrolment", holder.enrolment())
                    .bind("wiped", millis(holder.wipedAt()))
                    .execute();
        }
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static String json(Map<String, Integer> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers cannot be written as JSON.", e);
        }
    }

    /** The newest first. */
    static List<Erasure> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, registration, reason, erased_at, erased_by, counts, cleaned_at from erasures
                        where event = :event order by erased_at desc, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> erasure(row))
                .list();
    }

    /**
     * Whatever was erased at this moment or later, of all events; with each person those registrations that were merged
     * into theirs, since a backup from before the merge holds these apart.
     */
    static List<ErasedList.Line> since(Handle handle, Instant moment) {
        return handle.createQuery("""
                        select erased_at, event, registration from erasures where erased_at >= :moment
                        union
                        select r.erased_at, r.event, r.registration from erased_registrations r
                            join erasures e on e.event = r.event and e.erased_at = r.erased_at
                        where r.erased_at >= :moment and e.registration is not null
                        """)
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> new ErasedList.Line(
                        Instant.ofEpochMilli(row.getLong(1)), new EventId(row.getString(2)), row.getString(3)))
                .list();
    }

    /** Whether this erasure, or a later one of the same, stands here already, be it with the one it was merged into. */
    static boolean isNoted(Handle handle, ErasedList.Line line) {
        return handle.createQuery("""
                        select (select count(*) from erasures where event = :event and erased_at >= :at
                                and coalesce(registration, '') = :registration)
                            + (select count(*) from erased_registrations where event = :event and erased_at >= :at
                                and registration = :registration)
                        """)
                        .bind("event", line.event().text())
                        .bind("at", line.at().toEpochMilli())
                        .bind("registration", Objects.requireNonNullElse(line.registration(), ""))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        long cleaned = row.getLong("cleaned_at");
        Instant cleanedAt = row.wasNull() ? null : Instant.ofEpochMilli(cleaned);
        return new Erasure(
                row.getString("id"),
                row.getString("registration"),
                ErasureReason.valueOf(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("erased_at")),
                row.getString("erased_by"),
                rows(row.getString("counts")),
                cleanedAt);
    }

    private static Map<String, Integer> rows(String json) {
        try {
            return JSON.readValue(json, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The numbers of an erasure cannot be read.", e);
        }
    }

    /** Which devices may have held what was erased, by erasure. */
    static Map<String, List<DeviceAcknowledgement>> devices(Handle handle, EventId event) {
        Map<String, List<DeviceAcknowledgement>> devices = new HashMap<>();
        handle.createQuery("""
                        select erasure, device, acknowledged_at from erasure_devices
                        where event = :event order by erasure, device
                        """)
                .bind("event", event.text())
                .map((row, context) -> devices.computeIfAbsent(row.getString(1), erasure -> new ArrayList<>())
                        .add(new DeviceAcknowledgement(
                                row.getString(2),
                                Optional.ofNullable(row.getObject(3))
                                        .map(at -> Instant.ofEpochMilli(((Number) at).longValue()))
                                        .orElse(null))))
                .list();
        return devices;
    }

    /**
     * A device that has not acknowledged an erasure.
     *
     * @param number of the erasure in the event's feed
     * @param wholeEvent whether the device has to be wiped
     */
    record Waiting(String erasure, String device, long enrolment, long number, boolean wholeEvent) {}

    static List<Waiting> waiting(Handle handle, EventId event) {
        return handle.createQuery("""
                        select d.erasure, d.device, d.enrolment, f.number, e.registration
                        from erasure_devices d
                            join erasures e on e.event = d.event and e.id = d.erasure
                            join feed f on f.event = d.event and f.kind = :kind and f.key = d.erasure
                        where d.event = :event and d.acknowledged_at is null
                        """)
                .bind("event", event.text())
                .bind("kind", CHANGE)
                .map((row, context) -> new Waiting(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5) == null))
                .list();
    }

    static void acknowledge(Handle handle, EventId event, Waiting waiting, Instant at) {
        handle.createUpdate("""
                        update erasure_devices set acknowledged_at = :at
                        where event = :event and erasure = :erasure and device = :device and acknowledged_at is null
                        """)
                .bind("at", at.toEpochMilli())
                .bind("event", event.text())
                .bind("erasure", waiting.erasure())
                .bind("device", waiting.device())
                .execute();
    }

    /** Events with erasures of which deleted bytes may be left in the database's files. */
    static List<EventId> unclean(Handle handle) {
        return handle.createQuery("select distinct event from erasures where cleaned_at is null order by event")
                .map((row, context) -> new EventId(row.getString(1)))
                .list();
    }

    /** No byte of anything that was erased until {@code until} is left in the database's files. */
    static void clean(Handle handle, EventId event, Instant until, Instant now) {
        handle.createUpdate("""
                        update erasures set cleaned_at = :now
                        where event = :event and cleaned_at is null and erased_at <= :until
                        """)
                .bind("event", event.text())
                .bind("until", until.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
