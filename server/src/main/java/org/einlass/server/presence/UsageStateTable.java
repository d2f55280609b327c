package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The standings of people, as the facts known so far show them: a projection. */
public final class UsageStateTable {

    /** The standings of some people, each towards one scope and period, by subject; of most there is none yet. */
    public Map<String, UsageState> find(Handle handle, EventId event, Map<String, UsageState.Key> keys) {
        Map<String, UsageState> standings = new HashMap<>();
        List<Object[]> rows = new ArrayList<>(keys.size());
        keys.forEach(
                (subject, key) -> rows.add(new Object[] {subject, key.phase().name(), key.scope(), key.period()}));
        DirectSql.all(
                handle,
                """
                with asked (subject, phase, scope, period) as (values <rows>)
                select s.subject, s.held, s.first_at, s.last_exit_at from asked cross join standings s
                where s.event = ? and s.subject = asked.subject and s.phase = asked.phase and s.scope = asked.scope
                    and s.period = asked.period
                """,
                row -> standings.put(
                        row.getString(1),
                        new UsageState(row.getBoolean(2), number(row.getObject(3)), number(row.getObject(4)))),
                rows,
                event.text());
        return standings;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    void replace(Handle handle, EventId event, String subject, Map<UsageState.Key, UsageState> standings) {
        handle.createUpdate("delete from standings where event = :event and subject = :subject")
                .bind("event", event.text())
                .bind("subject", subject)
                .execute();
        if (standings.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into standings (event, phase, subject, scope, period, held, first_at, last_exit_at)
                values (:event, :phase, :subject, :scope, :period, :held, :firstAt, :lastExitAt)
                """)) {
            standings.forEach((key, standing) -> batch.bind("event", event.text())
                    .bind("phase", key.phase().name())
                    .bind("subject", subject)
                    .bind("scope", key.scope())
                    .bind("period", key.period())
                    .bind("held", standing.held())
                    .bind("firstAt", standing.firstAt())
                    .bind("lastExitAt", standing.lastExitAt())
                    .add());
            batch.execute();
        }
    }

    /** All standings of one person. */
    Map<UsageState.Key, UsageState> of(Handle handle, EventId event, String subject) {
        Map<UsageState.Key, UsageState> standings = new HashMap<>();
        handle.createQuery("""
                select phase, scope, period, held, first_at, last_exit_at from standings
                where event = :event and subject = :subject
                """)
                .bind("event", event.text())
                .bind("subject", subject)
                .map((row, context) -> standings.put(
                        new UsageState.Key(Phase.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                        new UsageState(row.getBoolean(4), number(row.getObject(5)), number(row.getObject(6)))))
                .list();
        return standings;
    }
}
