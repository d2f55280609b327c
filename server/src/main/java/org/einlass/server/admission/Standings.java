package org.einlass.server.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Straight;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The standings of people, as the facts known so far show them: a projection. */
final class Standings {

    Optional<Standing> find(Handle handle, EventId event, String subject, Standing.Key key) {
        return Straight.first(
                handle,
                """
                select held, first_at, last_exit_at from standings
                where event = ? and subject = ? and phase = ? and scope = ? and period = ?
                """,
                row -> new Standing(row.getBoolean(1), number(row.getObject(2)), number(row.getObject(3))),
                event.text(),
                subject,
                key.phase().name(),
                key.scope(),
                key.period());
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    void replace(Handle handle, EventId event, String subject, Map<Standing.Key, Standing> standings) {
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
    Map<Standing.Key, Standing> of(Handle handle, EventId event, String subject) {
        Map<Standing.Key, Standing> standings = new HashMap<>();
        handle.createQuery("""
                select phase, scope, period, held, first_at, last_exit_at from standings
                where event = :event and subject = :subject
                """)
                .bind("event", event.text())
                .bind("subject", subject)
                .map((row, context) -> standings.put(
                        new Standing.Key(Phase.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                        new Standing(row.getBoolean(4), number(row.getObject(5)), number(row.getObject(6)))))
                .list();
        return standings;
    }
}
