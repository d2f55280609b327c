package org.einlass.server.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How many people are in each area: the last observation and what came and went since. A projection. */
public final class HeadCountTable {

    /** People in the area; zero or more. */
    public long of(Handle handle, EventId event, Phase phase, AreaId area) {
        return Math.max(0, all(handle, event, phase).getOrDefault(area, 0L));
    }

    /** The people in each area as counted so far; below zero where more went out than in. */
    public Map<AreaId, Long> all(Handle handle, EventId event, Phase phase) {
        Map<AreaId, Long> counts = new HashMap<>();
        handle.createQuery("select area, people from head_counts where event = :event and phase = :phase")
                .bind("event", event.text())
                .bind("phase", phase.name())
                .map((row, context) -> counts.put(new AreaId(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    /** Adds people to areas, in the order of their keys, which is that of every transaction. */
    void add(Handle handle, EventId event, SortedMap<AreaPresence.Key, Long> people) {
        DirectSql.each(
                handle,
                """
                insert into head_counts (event, phase, area, people) values (?, ?, ?, ?)
                on conflict (event, phase, area) do update set people = head_counts.people + excluded.people
                """,
                people.entrySet().stream()
                        .map(area -> new @Nullable Object[] {
                            event.text(),
                            area.getKey().phase().name(),
                            area.getKey().area().text(),
                            area.getValue()
                        })
                        .toList());
    }

    /**
     * Begins the head counts of areas anew: the people who were counted, and what came and went since.
     *
     * @param counted people, by area
     */
    void restart(Handle handle, EventId event, SortedMap<AreaPresence.Key, Long> counted) {
        DirectSql.each(
                handle,
                """
                insert into head_counts (event, phase, area, people)
                select k.event, k.phase, k.area, k.counted + coalesce((
                        select sum(case when p.inside = true then 1 else 0 end)
                            - sum(case when p.counted = true then 1 else 0 end)
                        from presences p where p.event = k.event and p.phase = k.phase and p.area = k.area), 0)
                from (select cast(? as text) as event, cast(? as text) as phase, cast(? as text) as area,
                        cast(? as bigint) as counted) k where true
                on conflict (event, phase, area) do update set people = excluded.people
                """,
                counted.entrySet().stream()
                        .map(area -> new @Nullable Object[] {
                            event.text(),
                            area.getKey().phase().name(),
                            area.getKey().area().text(),
                            area.getValue()
                        })
                        .toList());
    }
}
