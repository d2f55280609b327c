package org.einlass.server.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** What staff did at desks and doors. */
public final class DeskActionQueries {
    private DeskActionQueries() {}

    /**
     * The actions of the live phase in order of corrected time; what was set aside is not among them.
     *
     * @param from first moment, inclusive
     * @param until last moment, exclusive
     * @param most at most so many
     */
    public static List<DeskAction> between(Handle handle, EventId event, Instant from, Instant until, int most) {
        return handle.createQuery("""
                        select f.at, f.body, coalesce(d.title, f.device) as device,
                            coalesce(r.merged_into, f.subject) as subject, u.subject as undone
                        from facts f
                            left join set_asides s on s.event = f.event and s.device = f.device
                            left join registrations r on r.event = f.event and r.id = f.subject
                            left join devices d on d.event = f.event and d.id = f.device
                            left join facts u on f.type = 'undone' and u.event = f.event and u.id = f.refers
                        where f.event = :event and f.phase = 'LIVE' and f.at >= :from and f.at < :until
                            and f.type in ('overridden', 'undone', 'counted', 'settled', 'badgereissued', 'walkedin',
                                'substituted', 'corrected', 'enteredfrompaper')
                            and (s.from_at is null or f.at < s.from_at)
                        order by f.at, f.device, f.epoch, f.sequence limit :most
                        """)
                .bind("event", event.text())
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> action(row))
                .list();
    }

    private static DeskAction action(ResultSet row) throws SQLException {
        return new DeskAction(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("device"),
                row.getString("subject"),
                row.getString("undone"),
                AttendanceQueries.entry(row.getString("body")));
    }
}
