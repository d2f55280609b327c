package org.einlass.server.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The last call for help of each device, in the table {@code help_calls}. */
final class HelpCallTable {

    private static final String SELECT = """
            select h.call, h.device, coalesce(d.title, h.device), h.reason, h.called_at, h.acknowledged_at,
                coalesce(b.title, h.acknowledged_by), h.ended_at
            from help_calls h
                left join devices d on d.event = h.event and d.id = h.device
                left join devices b on b.event = h.event and b.id = h.acknowledged_by
            """;

    Optional<HelpCall> ofDevice(Handle handle, EventId event, DeviceId device) {
        return DirectSql.first(
                handle,
                SELECT + "where h.event = ? and h.device = ?",
                HelpCallTable::call,
                event.text(),
                device.text());
    }

    Optional<HelpCall> find(Handle handle, EventId event, EntryId call) {
        return DirectSql.first(
                handle,
                SELECT + "where h.event = ? and h.call = ?",
                HelpCallTable::call,
                event.text(),
                call.toString());
    }

    /** Those that nobody has ended and that are not older than a moment. */
    List<HelpCall> open(Handle handle, EventId event, Instant since) {
        return handle.createQuery(SELECT + """
                        where h.event = :event and h.ended_at is null and h.called_at >= :since
                        order by case when h.acknowledged_at is null then 0 else 1 end, h.called_at, h.device
                        """)
                .bind("event", event.text())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> call(row))
                .list();
    }

    private static HelpCall call(ResultSet row) throws SQLException {
        return new HelpCall(
                EntryId.of(row.getString(1)),
                new DeviceId(row.getString(2)),
                row.getString(3),
                HelpReason.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                moment(row, 6),
                row.getString(7),
                moment(row, 8) != null);
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        long moment = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(moment);
    }

    /** A device calls; what it called for before is over. */
    void call(Handle handle, EventId event, DeviceId device, HelpReport report, Instant now) {
        DirectSql.execute(
                handle,
                """
                insert into help_calls (event, device, call, reason, called_at) values (?, ?, ?, ?, ?)
                on conflict (event, device) do update set call = excluded.call, reason = excluded.reason,
                    called_at = excluded.called_at, acknowledged_at = null, acknowledged_by = null, ended_at = null
                """,
                event.text(),
                device.text(),
                report.call().toString(),
                report.reason().name(),
                now.toEpochMilli());
    }

    /** Somebody comes; whoever said so first is named. */
    void acknowledge(Handle handle, EventId event, EntryId call, @Nullable DeviceId desk, Instant now) {
        DirectSql.execute(
                handle, """
                update help_calls set acknowledged_at = ?, acknowledged_by = ?
                where event = ? and call = ? and acknowledged_at is null
                """, now.toEpochMilli(), desk == null ? null : desk.text(), event.text(), call.toString());
    }

    void end(Handle handle, EventId event, EntryId call, Instant now) {
        DirectSql.execute(
                handle,
                "update help_calls set ended_at = ? where event = ? and call = ? and ended_at is null",
                now.toEpochMilli(),
                event.text(),
                call.toString());
    }
}
