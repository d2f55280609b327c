package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.RosterCursor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How far devices follow what is erased: by the feed, or by an order to wipe everything. */
public final class RosterHolders {
    private RosterHolders() {}

    /**
     * A device as far as it says what it holds.
     *
     * @param desk whether it reads by the data key
     * @param seenAt when it was last heard of
     * @param wipedAt when its present enrolment wiped everything
     * @param roster how far it follows the roster; absent where it never said so
     */
    public record Holder(
            DeviceId device,
            long enrolment,
            boolean desk,
            @Nullable Instant seenAt,
            @Nullable Instant wipedAt,
            @Nullable RosterCursor roster) {}

    /** All devices of an event, revoked ones too. */
    public static List<Holder> of(Handle handle, EventId event) {
        return handle.createQuery("""
                        select d.id, d.enrolment, d.kind, d.seen_at, d.said, w.wiped_at
                        from devices d left join wipes w
                            on w.event = d.event and w.device = d.id and w.enrolment = d.enrolment
                        where d.event = :event order by d.id
                        """)
                .bind("event", event.text())
                .map((row, context) -> holder(row))
                .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        Heartbeat said = HeartbeatTable.read(row.getString("said"));
        return new Holder(
                new DeviceId(row.getString("id")),
                row.getLong("enrolment"),
                row.getString("kind").equals("DESK"),
                instant(row, "seen_at"),
                instant(row, "wiped_at"),
                said == null ? null : said.roster());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Orders every device of an event to wipe itself, and forgets the key by which desks read. */
    public static void wipeAll(Handle handle, EventId event, Instant now) {
        of(handle, event).forEach(holder -> WipeOrderTable.order(handle, event, holder.device(), now));
        handle.createUpdate("delete from data_keys where event = :event")
                .bind("event", event.text())
                .execute();
    }
}
