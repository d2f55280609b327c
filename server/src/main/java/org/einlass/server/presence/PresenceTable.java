package org.einlass.server.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is in which area, as the facts known so far show it: a projection. */
public final class PresenceTable {

    /**
     * One person in one area.
     *
     * @param counted whether they were inside when the people were counted last
     */
    record Row(boolean inside, boolean counted, long changedAt) {

        /** What this person adds to the head count since the last observation. */
        long weight() {
            return (inside ? 1L : 0L) - (counted ? 1L : 0L);
        }
    }

    /**
     * Somebody who is in an area, as far as the facts tell.
     *
     * @param subject the registration, or what stands for one
     * @param since corrected time of the last passage there
     */
    public record PresentPerson(String subject, AreaId area, Instant since) {}

    /**
     * Who is inside of an area in the live phase.
     *
     * @param since leaves out whose last passage was earlier
     */
    public static List<PresentPerson> inside(Handle handle, EventId event, Instant since) {
        return handle.createQuery("""
                        select subject, area, changed_at from presences
                        where event = :event and phase = 'LIVE' and inside and changed_at >= :since
                        """)
                .bind("event", event.text())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new PresentPerson(
                        row.getString("subject"),
                        new AreaId(row.getString("area")),
                        Instant.ofEpochMilli(row.getLong("changed_at"))))
                .list();
    }

    /** A branch of {@link DerivationInputs.Kept}: where people are. */
    static final String OF_SUBJECTS = """
            select s.subject, 'presence', p.phase, p.area, null, p.inside, p.counted, p.changed_at, null
            from subjects s cross join presences p where p.event = ? and p.subject = s.subject""";

    static AreaPresence.Key key(ResultSet row) throws SQLException {
        return new AreaPresence.Key(Phase.valueOf(row.getString(3)), new AreaId(row.getString(4)));
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(row.getBoolean(6), row.getBoolean(7), row.getLong(8));
    }

    /** Replaces where some people are by what follows from the facts; what stays the same is not written. */
    void replace(
            Handle handle,
            EventId event,
            Map<String, Map<AreaPresence.Key, Row>> before,
            Map<String, Map<AreaPresence.Key, Row>> after) {
        List<@Nullable Object[]> gone = new ArrayList<>();
        Map<String, Map<AreaPresence.Key, Row>> changed = new HashMap<>();
        after.forEach((subject, rows) -> {
            Map<AreaPresence.Key, Row> kept = before.getOrDefault(subject, Map.of());
            kept.keySet().stream()
                    .filter(key -> !rows.containsKey(key))
                    .forEach(key -> gone.add(new @Nullable Object[] {
                        event.text(), key.phase().name(), key.area().text(), subject
                    }));
            Map<AreaPresence.Key, Row> others = new HashMap<>(rows);
            others.entrySet().removeAll(kept.entrySet());
            changed.put(subject, others);
        });
        DirectSql.each(
                handle, "delete from presences where event = ? and phase = ? and area = ? and subject = ?", gone);
        put(handle, event, changed);
    }

    /** Writes where some people are in some areas, and leaves their other areas as they are. */
    void put(Handle handle, EventId event, Map<String, Map<AreaPresence.Key, Row>> presences) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        presences.forEach((subject, areas) -> areas.forEach((key, row) -> rows.add(new @Nullable Object[] {
            event.text(), key.phase().name(), key.area().text(), subject, row.inside(), row.counted(), row.changedAt()
        })));
        DirectSql.each(handle, """
                insert into presences (event, phase, area, subject, inside, counted, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (event, phase, area, subject) do update set inside = excluded.inside,
                    counted = excluded.counted, changed_at = excluded.changed_at
                """, rows);
    }

    /** Everybody in these areas at the time of a count that nothing has followed was counted then. */
    void countAll(Handle handle, EventId event, Collection<AreaPresence.Key> keys) {
        DirectSql.each(
                handle,
                "update presences set counted = inside where event = ? and phase = ? and area = ?",
                keys.stream()
                        .map(key -> new @Nullable Object[] {
                            event.text(), key.phase().name(), key.area().text()
                        })
                        .toList());
    }

    /**
     * People who came to areas or left them after a moment, each with the areas.
     *
     * @param since UTC milliseconds, by area
     */
    Map<String, Set<AreaPresence.Key>> changedAfter(Handle handle, EventId event, Map<AreaPresence.Key, Long> since) {
        Map<String, Set<AreaPresence.Key>> changed = new TreeMap<>();
        DirectSql.listed(
                handle,
                """
                with counts (phase, area, since) as (
                    select asked.value ->> 0, asked.value ->> 1, cast(asked.value ->> 2 as bigint) from <list>)
                select p.subject, p.phase, p.area from counts c cross join presences p
                where p.event = ? and p.phase = c.phase and p.area = c.area and p.changed_at > c.since
                """,
                row -> changed.computeIfAbsent(row.getString(1), subject -> new HashSet<>())
                        .add(new AreaPresence.Key(Phase.valueOf(row.getString(2)), new AreaId(row.getString(3)))),
                since.entrySet().stream()
                        .map(count -> new String[] {
                            count.getKey().phase().name(),
                            count.getKey().area().text(),
                            count.getValue().toString()
                        })
                        .toList(),
                event.text());
        return changed;
    }

    /** Who of some people is inside which areas in a phase, by area. */
    public Map<AreaId, Set<RegistrationId>> inside(
            Handle handle, EventId event, Phase phase, Collection<RegistrationId> people) {
        Map<AreaId, Set<RegistrationId>> inside = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with people (subject) as (select asked.value ->> 0 from <list>)
                select p.area, p.subject from people s cross join presences p
                where p.event = ? and p.subject = s.subject and p.phase = ? and p.inside = true
                """,
                row -> inside.computeIfAbsent(new AreaId(row.getString(1)), area -> new HashSet<>())
                        .add(RegistrationId.of(row.getString(2))),
                people.stream().map(RegistrationId::toString).toList(),
                event.text(),
                phase.name());
        return inside;
    }
}
