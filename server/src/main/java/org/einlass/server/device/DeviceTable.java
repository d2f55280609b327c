package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.account.Token;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Devices as they stand in the tables, on the caller's handle. */
public final class DeviceTable {
    private DeviceTable() {}

    /**
     * Enrols a device, or enrols it anew: the token it had before is no longer valid.
     *
     * @param token null for a device that proves its key instead, for tokens of its own
     */
    public static void put(
            Handle handle,
            EventId event,
            DeviceId device,
            DeviceDocument document,
            @Nullable Token token,
            Instant now) {
        keepFormerToken(handle, event, device);
        handle.createUpdate("""
                        insert into devices (event, id, title, kind, door, token_hash, number)
                        values (:event, :id, :title, :kind, :door, :hash,
                            (select coalesce(max(number), 0) + 1 from devices where event = :event))
                        on conflict (event, id) do update
                        set title = excluded.title, kind = excluded.kind, door = excluded.door,
                            token_hash = excluded.token_hash, revoked_at = null, said = null, cloned_at = null, pending_since = null,
                            enrolment = devices.enrolment + 1, version = devices.version + 1
                        """)
                .bind("event", event.text())
                .bind("id", device.text())
                .bind("title", Objects.requireNonNullElse(document.title(), device.text()))
                .bind("kind", document.kind().name())
                .bind("door", document.allDoors().stream().map(DoorId::text).findFirst())
                .bind("hash", token == null ? null : token.hash())
                .execute();
        DoorAssignmentTable.put(handle, event, device, document.allDoors(), now);
    }

    /** The number that tells the device apart from all others of the event, from 1; it stays the same for ever. */
    static Optional<Integer> number(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("select number from devices where event = :event and id = :id and number is not null")
                .bind("event", event.text())
                .bind("id", device.text())
                .mapTo(Integer.class)
                .findOne();
    }

    /** How many an event has, revoked ones among them. */
    static int count(Handle handle, EventId event) {
        return handle.createQuery("select count(*) from devices where event = :event")
                .bind("event", event.text())
                .mapTo(Integer.class)
                .one();
    }

    /** Whoever still holds the token that is replaced must hear that it is no longer valid. */
    private static void keepFormerToken(Handle handle, EventId event, DeviceId device) {
        handle.createUpdate("""
                        insert into former_tokens (token_hash, event, device, enrolment)
                        select token_hash, event, id, enrolment from devices
                        where event = :event and id = :id and token_hash is not null
                        """)
                .bind("event", event.text())
                .bind("id", device.text())
                .execute();
    }

    /** Revokes a device's token. @return false where there is no such device */
    static boolean revoke(Handle handle, EventId event, DeviceId device, Instant now) {
        return handle.createUpdate("""
                                update devices set revoked_at = coalesce(revoked_at, :now), version = version + 1
                                where event = :event and id = :id
                                """)
                        .bind("event", event.text())
                        .bind("id", device.text())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** Notes that two hold the device's key; said of the present enrolment only. */
    public static void noteClone(Handle handle, EventId event, DeviceId device, long enrolment, Instant now) {
        handle.createUpdate("""
                        update devices set cloned_at = coalesce(cloned_at, :now), version = version + 1
                        where event = :event and id = :id and enrolment = :enrolment
                        """)
                .bind("now", now.toEpochMilli())
                .bind("event", event.text())
                .bind("id", device.text())
                .bind("enrolment", enrolment)
                .execute();
    }

    /** Which enrolment of the device is the present one. */
    public static Optional<Long> enrolment(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("select enrolment from devices where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", device.text())
                .mapTo(Long.class)
                .findOne();
    }

    /** Whether this is a desk that may read by the data key as it stands now. */
    static boolean isTrustedDesk(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                        select count(*) from devices d
                        where d.event = :event and d.id = :id and d.kind = 'DESK' and d.revoked_at is null
                            and not exists (select 1 from wipes w where w.event = d.event and w.device = d.id
                                and w.enrolment = d.enrolment)
                        """)
                        .bind("event", event.text())
                        .bind("id", device.text())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** How far whoever holds the token of an enrolment is trusted, as it stands in this very transaction. */
    static DeviceTrust standing(Handle handle, EventId event, DeviceId device, long enrolment) {
        return handle.createQuery("""
                        select case
                            when d.revoked_at is not null or d.enrolment > :enrolment then 'REVOKED'
                            when exists (select 1 from wipes w where w.event = d.event and w.device = d.id
                                and w.enrolment = :enrolment) then 'WIPED'
                            when d.pending_since is not null then 'PENDING'
                            else 'ENROLLED' end
                        from devices d where d.event = :event and d.id = :id
                        """)
                .bind("event", event.text())
                .bind("id", device.text())
                .bind("enrolment", enrolment)
                .map((row, context) -> DeviceTrust.valueOf(row.getString(1)))
                .findOne()
                .orElse(DeviceTrust.REVOKED);
    }

    /** All devices of an event, by id. */
    static List<DeviceState> states(Handle handle, EventId event, Instant now) {
        Set<DeviceId> wrongCodes = GuessBucketTable.deferring(handle, event, now.minus(GuessBucket.TOLD_FOR));
        return handle.createQuery("""
                        select id, title, kind, revoked_at, seen_at, said, enrolment, cloned_at, pending_since,
                            restored_backup, version
                        from devices where event = :event order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> state(handle, event, row, wrongCodes))
                .list();
    }

    private static DeviceState state(Handle handle, EventId event, ResultSet row, Set<DeviceId> wrongCodes)
            throws SQLException {
        DeviceId device = new DeviceId(row.getString("id"));
        Heartbeat heartbeat = HeartbeatTable.read(row.getString("said"));
        Instant revoked = instant(row, "revoked_at");
        Instant pending = revoked == null ? instant(row, "pending_since") : null;
        return new DeviceState(
                device,
                row.getLong("version"),
                row.getString("title"),
                DeviceKind.valueOf(row.getString("kind")),
                DoorAssignmentTable.doors(handle, event, device),
                revoked,
                pending,
                pending == null ? null : instant(row, "restored_backup"),
                instant(row, "seen_at"),
                WipeOrderTable.find(handle, event, device, row.getLong("enrolment"))
                        .orElse(null),
                heartbeat,
                DeviceState.warning(
                        heartbeat, instant(row, "cloned_at") != null, pending != null, wrongCodes.contains(device)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static Optional<Long> version(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("select version from devices where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", device.text())
                .mapTo(Long.class)
                .findOne();
    }

    /** The doors of an event. */
    static Set<DoorId> doors(Handle handle, EventId event) {
        return handle.createQuery("select id from doors where event = :event")
                .bind("event", event.text())
                .map((row, context) -> new DoorId(row.getString("id")))
                .collectIntoSet();
    }
}
