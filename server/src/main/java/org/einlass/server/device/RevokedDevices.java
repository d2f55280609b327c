package org.einlass.server.device;

import java.util.Collection;
import java.util.Set;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** What admission must know of devices. */
public final class RevokedDevices {

    /** Those of some devices that were revoked: they may still deliver, into quarantine. */
    public Set<DeviceId> among(Handle handle, EventId event, Collection<DeviceId> devices) {
        return Set.copyOf(DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select d.id from ids cross join devices d
                where d.event = ? and d.id = ids.id and d.revoked_at is not null
                """,
                row -> new DeviceId(row.getString(1)),
                devices.stream().map(DeviceId::text).toList(),
                event.text()));
    }
}
