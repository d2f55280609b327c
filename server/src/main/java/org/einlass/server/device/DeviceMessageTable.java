package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** What organisers tell the teams at devices, one message a device, in the table {@code device_messages}. */
final class DeviceMessageTable {
    private static final String SELECT = "select device, id, text, sent_at, shown_at from device_messages ";

    private DeviceMessageTable() {}

    /** Takes the place of what was told before. */
    static void put(Handle handle, EventId event, DeviceId device, DeviceMessage message) {
        remove(handle, event, device);
        DirectSql.execute(
                handle,
                "insert into device_messages (event, device, id, text, sent_at) values (?, ?, ?, ?, ?)",
                event.text(),
                device.text(),
                message.id().toString(),
                message.text(),
                message.sentAt().toEpochMilli());
    }

    static void remove(Handle handle, EventId event, DeviceId device) {
        DirectSql.execute(
                handle, "delete from device_messages where event = ? and device = ?", event.text(), device.text());
    }

    /** What was sent by then holds no longer, and is kept no longer. */
    static void removeBefore(Handle handle, EventId event, Instant moment) {
        DirectSql.execute(
                handle,
                "delete from device_messages where event = ? and sent_at <= ?",
                event.text(),
                moment.toEpochMilli());
    }

    /** What a device is told, if it was sent after a moment. */
    static Optional<SentMessage> find(Handle handle, EventId event, DeviceId device, Instant since) {
        return DirectSql.first(
                handle,
                SELECT + "where event = ? and device = ? and sent_at > ?",
                DeviceMessageTable::sent,
                event.text(),
                device.text(),
                since.toEpochMilli());
    }

    /** A device says that its team can read a message. */
    static void shown(Handle handle, EventId event, DeviceId device, UUID message, Instant now) {
        DirectSql.execute(handle, """
                update device_messages set shown_at = ?
                where event = ? and device = ? and id = ? and shown_at is null
                """, now.toEpochMilli(), event.text(), device.text(), message.toString());
    }

    /** All that were sent after a moment, the newest first. */
    static List<SentMessage> all(Handle handle, EventId event, Instant since) {
        return handle.createQuery(SELECT + """
                        where event = :event and sent_at > :since order by sent_at desc, device
                        """)
                .bind("event", event.text())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> sent(row))
                .list();
    }

    private static SentMessage sent(ResultSet row) throws SQLException {
        long shown = row.getLong("shown_at");
        Instant shownAt = row.wasNull() ? null : Instant.ofEpochMilli(shown);
        return new SentMessage(
                new DeviceId(row.getString("device")),
                new DeviceMessage(
                        UUID.fromString(row.getString("id")),
                        row.getString("text"),
                        Instant.ofEpochMilli(row.getLong("sent_at"))),
                shownAt);
    }
}
