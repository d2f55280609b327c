package org.einlass.server.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Token;
import org.jdbi.v3.core.Handle;

/** Links to the pages of rooms, known by the hashes of their secrets. */
final class RoomLinkTable {
    private RoomLinkTable() {}

    /** A link and the event that it belongs to. */
    record Found(EventId event, RoomLink link) {}

    static void add(Handle handle, EventId event, RoomLink link, Token secret, String by) {
        handle.createUpdate("""
                        insert into room_links (event, id, area, secret_hash, made_at, made_by, expires_at)
                        values (:event, :id, :area, :hash, :made, :by, :expires)
                        """)
                .bind("event", event.text())
                .bind("id", link.id())
                .bind("area", link.area().text())
                .bind("hash", secret.hash())
                .bind("made", link.madeAt().toEpochMilli())
                .bind("by", by)
                .bind("expires", link.expiresAt().toEpochMilli())
                .execute();
    }

    /** Those of an event, the newest first. */
    static List<RoomLink> all(Handle handle, EventId event) {
        return handle.createQuery("select id, area, made_at, expires_at, revoked_at from room_links"
                        + " where event = :event order by made_at desc, id")
                .bind("event", event.text())
                .map((row, context) -> link(row))
                .list();
    }

    /** How many of an event open something. */
    static int open(Handle handle, EventId event, Instant now) {
        return handle.createQuery("select count(*) from room_links"
                        + " where event = :event and revoked_at is null and expires_at > :now")
                .bind("event", event.text())
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets those of an event that open nothing any more, but the newest. */
    static void forgetEnded(Handle handle, EventId event, Instant now, int newest) {
        handle.createUpdate("""
                        delete from room_links where event = :event and id in (
                            select id from room_links
                            where event = :event and (revoked_at is not null or expires_at <= :now)
                            order by made_at desc, id limit 1000000 offset :newest)
                        """)
                .bind("event", event.text())
                .bind("now", now.toEpochMilli())
                .bind("newest", newest)
                .execute();
    }

    static Optional<Found> of(Handle handle, Token secret) {
        return handle.createQuery("select id, area, made_at, expires_at, revoked_at, event from room_links"
                        + " where secret_hash = :hash")
                .bind("hash", secret.hash())
                .map((row, context) -> new Found(new EventId(row.getString(6)), link(row)))
                .findOne();
    }

    /** Ends a link; says whether there is such a one. */
    static boolean revoke(Handle handle, EventId event, String id, Instant now) {
        return handle.createUpdate("update room_links set revoked_at = coalesce(revoked_at, :now)"
                                + " where event = :event and id = :id")
                        .bind("now", now.toEpochMilli())
                        .bind("event", event.text())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static RoomLink link(ResultSet row) throws SQLException {
        long revoked = row.getLong(5);
        boolean open = row.wasNull();
        return new RoomLink(
                row.getString(1),
                new AreaId(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                open ? null : Instant.ofEpochMilli(revoked));
    }
}
