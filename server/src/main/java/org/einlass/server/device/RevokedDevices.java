package org.einlass.server.device;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** What admission must know of devices. */
public final class RevokedDevices {

    /** Whether the device was revoked: it may still deliver, into quarantine. */
    public boolean isRevoked(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                select count(*) from devices where event = :event and id = :id and revoked_at is not null
                """)
                        .bind("event", event.text())
                        .bind("id", device.text())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
