package org.einlass.server.device;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Token;
import org.jdbi.v3.core.Handle;

/** Devices as they stand in the tables, on the caller's handle. */
public final class Devices {
    private Devices() {}

    /** Enrols a device, or enrols it anew: the token it had before is no longer valid. */
    static void put(Handle handle, EventId event, DeviceId device, DeviceDocument document, Token token) {
        keepFormerToken(handle, event, device);
        handle.createUpdate("""
                        insert into devices (event, id, title, kind, door, token_hash)
                        values (:event, :id, :title, :kind, :door, :hash)
                        on conflict (event, id) do update
                        set title = excluded.title, kind = excluded.kind, door = excluded.door,
                            token_hash = excluded.token_hash, revoked_at = null, said = null,
                            enrolment = devices.enrolment + 1, version = devices.version + 1
                        """)
                .bind("event", event.text())
                .bind("id", device.text())
                .bind("title", Objects.requireNonNullElse(document.title(), device.text()))
                .bind("kind", document.kind().name())
                .bind("door", document.allDoors().stream().map(DoorId::text).findFirst())
                .bind("hash", token.hash())
                .execute();
        handle.createUpdate("delete from device_doors where event = :event and device = :id")
                .bind("event", event.text())
                .bind("id", device.text())
                .execute();
        document.allDoors().forEach(door -> assign(handle, event, device, door));
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

    private static void assign(Handle handle, EventId event, DeviceId device, DoorId door) {
        handle.createUpdate("insert into device_doors (event, device, door) values (:event, :device, :door)")
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("door", door.text())
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
