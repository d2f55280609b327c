package org.einlass.server.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The standings of people, as the facts known so far show them: a projection. */
public final class UsageStateTable {

    /**
     * Replaces the states of some people by what follows from the facts; what stays the same is not written.
     */
    void replace(
            Handle handle,
            EventId event,
            Map<String, Map<UsageState.Key, UsageState>> before,
            Map<String, Map<UsageState.Key, UsageState>> after) {
        List<@Nullable Object[]> gone = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        after.forEach((subject, states) -> {
            Map<UsageState.Key, UsageState> kept = before.getOrDefault(subject, Map.of());
            kept.keySet().stream()
                    .filter(key -> !states.containsKey(key))
                    .forEach(key -> gone.add(new @Nullable Object[] {
                        event.text(), subject, key.phase().name(), key.scope(), key.period()
                    }));
            states.forEach((key, state) -> {
                if (!state.equals(kept.get(key))) {
                    rows.add(new @Nullable Object[] {
                        event.text(),
                        key.phase().name(),
                        subject,
                        key.scope(),
                        key.period(),
                        state.held(),
                        state.firstAt(),
                        state.lastExitAt()
                    });
                }
            });
        });
        DirectSql.each(
                handle,
                "delete from standings where event = ? and subject = ? and phase = ? and scope = ? and period = ?",
                gone);
        DirectSql.each(handle, """
                insert into standings (event, phase, subject, scope, period, held, first_at, last_exit_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (event, subject, phase, scope, period) do update set held = excluded.held,
                    first_at = excluded.first_at, last_exit_at = excluded.last_exit_at
                """, rows);
    }

    /** A branch of {@link DerivationInputs.Kept}: the states of people. */
    static final String OF_SUBJECTS = """
            select s.subject, 'standing', u.phase, u.scope, u.period, u.held, false, u.first_at, u.last_exit_at
            from subjects s cross join standings u where u.event = ? and u.subject = s.subject""";

    static UsageState.Key key(ResultSet row) throws SQLException {
        return new UsageState.Key(Phase.valueOf(row.getString(3)), row.getString(4), row.getString(5));
    }

    static UsageState state(ResultSet row) throws SQLException {
        return new UsageState(row.getBoolean(6), number(row, 8), number(row, 9));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
