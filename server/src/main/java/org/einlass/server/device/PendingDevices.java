package org.einlass.server.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/**
 * Devices of a restored server that nobody has confirmed yet, on the caller's handle. What was revoked after the backup
 * stands as enrolled in it, so no device is trusted before a person has looked.
 */
public final class PendingDevices {
    private PendingDevices() {}

    /** From now on every device that the backup knows as trusted waits to be confirmed. */
    public static void begin(Handle handle, Instant now, Instant backup) {
        handle.createUpdate("""
                        update devices set pending_since = :now, restored_backup = :backup, version = version + 1
                        where revoked_at is null
                        """)
                .bind("now", now.toEpochMilli())
                .bind("backup", backup.toEpochMilli())
                .execute();
    }

    /** Those of an event that wait, by id. */
    static List<DeviceId> of(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id from devices
                        where event = :event and pending_since is not null and revoked_at is null order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> new DeviceId(row.getString("id")))
                .list();
    }

    /** They are trusted again. */
    static void confirm(Handle handle, EventId event, Set<DeviceId> devices) {
        handle.createUpdate("""
                        update devices set pending_since = null, version = version + 1
                        where event = :event and id in (<devices>)
                        """)
                .bind("event", event.text())
                .bindList("devices", devices.stream().map(DeviceId::text).toList())
                .execute();
    }
}
