package org.einlass.server.presence;

import org.jspecify.annotations.Nullable;
import org.einlass.server.database.DirectSql;
import java.util.SortedMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

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

    void set(Handle handle, EventId event, AreaPresence.Key key, long people) {
        handle.createUpdate("""
                insert into head_counts (event, phase, area, people) values (:event, :phase, :area, :people)
                on conflict (event, phase, area) do update set people = excluded.people
                """)
                .bind("event", event.text())
                .bind("phase", key.phase().name())
                .bind("area", key.area().text())
                .bind("people", people)
                .execute();
    }

    /** Holds the areas until the end of the transaction, in the given order, so that nobody else fills them. */
    public void lock(Handle handle, EventId event, Collection<AreaId> areas) {
        for (AreaId area : areas) {
            handle.createUpdate("update areas set version = version where event = :event and id = :area")
                    .bind("event", event.text())
                    .bind("area", area.text())
                    .execute();
        }
    }
}
