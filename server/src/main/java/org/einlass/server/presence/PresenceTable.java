package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    Map<AreaPresence.Key, Row> of(Handle handle, EventId event, String subject) {
        Map<AreaPresence.Key, Row> rows = new HashMap<>();
        handle.createQuery("""
                select phase, area, inside, counted, changed_at from presences
                where event = :event and subject = :subject
                """)
                .bind("event", event.text())
                .bind("subject", subject)
                .map((row, context) -> rows.put(
                        new AreaPresence.Key(Phase.valueOf(row.getString(1)), new AreaId(row.getString(2))),
                        new Row(row.getBoolean(3), row.getBoolean(4), row.getLong(5))))
                .list();
        return rows;
    }

    void remove(Handle handle, EventId event, String subject) {
        handle.createUpdate("delete from presences where event = :event and subject = :subject")
                .bind("event", event.text())
                .bind("subject", subject)
                .execute();
    }

    void put(Handle handle, EventId event, String subject, Map<AreaPresence.Key, Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into presences (event, phase, area, subject, inside, counted, changed_at)
                values (:event, :phase, :area, :subject, :inside, :counted, :changedAt)
                on conflict (event, phase, area, subject) do update set inside = excluded.inside,
                    counted = excluded.counted, changed_at = excluded.changed_at
                """)) {
            rows.forEach((key, row) -> batch.bind("event", event.text())
                    .bind("phase", key.phase().name())
                    .bind("area", key.area().text())
                    .bind("subject", subject)
                    .bind("inside", row.inside())
                    .bind("counted", row.counted())
                    .bind("changedAt", row.changedAt())
                    .add());
            batch.execute();
        }
    }

    /** Everybody in the area at the time of a count that nothing has followed was counted then. */
    void countAll(Handle handle, EventId event, AreaPresence.Key key) {
        handle.createUpdate("""
                update presences set counted = inside where event = :event and phase = :phase and area = :area
                """)
                .bind("event", event.text())
                .bind("phase", key.phase().name())
                .bind("area", key.area().text())
                .execute();
    }

    /** People who came or went after {@code at}. */
    List<String> changedAfter(Handle handle, EventId event, AreaPresence.Key key, long at) {
        return new ArrayList<>(handle.createQuery("""
                select subject from presences
                where event = :event and phase = :phase and area = :area and changed_at > :at
                """)
                .bind("event", event.text())
                .bind("phase", key.phase().name())
                .bind("area", key.area().text())
                .bind("at", at)
                .mapTo(String.class)
                .list());
    }

    public boolean isInside(Handle handle, EventId event, AreaPresence.Key key, String subject) {
        return handle.createQuery("""
                select count(*) from presences
                where event = :event and phase = :phase and area = :area and subject = :subject and inside = true
                """)
                        .bind("event", event.text())
                        .bind("phase", key.phase().name())
                        .bind("area", key.area().text())
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The sum of what people add to the head count of an area. */
    long weight(Handle handle, EventId event, AreaPresence.Key key) {
        return handle.createQuery("""
                select coalesce(sum(case when inside = true then 1 else 0 end), 0)
                    - coalesce(sum(case when counted = true then 1 else 0 end), 0)
                from presences where event = :event and phase = :phase and area = :area
                """)
                .bind("event", event.text())
                .bind("phase", key.phase().name())
                .bind("area", key.area().text())
                .mapTo(Long.class)
                .one();
    }
}
