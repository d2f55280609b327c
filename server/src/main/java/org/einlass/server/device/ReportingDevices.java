package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** Looks up what decides on the entries of devices that report. */
public final class ReportingDevices {

    /** Those of some devices that were ever enrolled in the event. */
    public Map<DeviceId, ReportingDevice> among(Handle handle, EventId event, Collection<DeviceId> devices) {
        Map<DeviceId, ReportingDevice> found = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select d.id, d.kind, d.revoked_at, w.ordered_at, a.door
                from ids cross join devices d
                    left join wipes w on w.event = d.event and w.device = d.id and w.enrolment = d.enrolment
                    left join device_assignments a on a.event = d.event and a.device = d.id
                where d.event = ? and d.id = ids.id
                """,
                row -> found.merge(new DeviceId(row.getString("id")), device(row), ReportingDevice::and),
                devices.stream().map(DeviceId::text).toList(),
                event.text());
        return found;
    }

    private static ReportingDevice device(ResultSet row) throws SQLException {
        DeviceKind kind = DeviceKind.valueOf(row.getString("kind"));
        boolean revoked = row.getObject("revoked_at") != null;
        long ordered = row.getLong("ordered_at");
        Instant wipeOrdered = row.wasNull() ? null : Instant.ofEpochMilli(ordered);
        return ReportingDevice.of(kind, revoked, wipeOrdered, row.getString("door"));
    }
}
