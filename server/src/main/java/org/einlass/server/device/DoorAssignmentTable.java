package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/**
 * Where devices may scan, now and before, on the caller's handle. Reported entries are judged by the assignment of
 * their time.
 */
final class DoorAssignmentTable {
    /** How the history of assignments names every door of the event. */
    static final String EVERY_DOOR = "";

    private DoorAssignmentTable() {}

    /** From now on the device may scan at these doors; none means every door. */
    static void put(Handle handle, EventId event, DeviceId device, List<DoorId> doors, Instant now) {
        handle.createUpdate("delete from device_doors where event = :event and device = :id")
                .bind("event", event.text())
                .bind("id", device.text())
                .execute();
        doors.forEach(door -> assign(handle, event, device, door));
        keepAssignments(handle, event, device, doors, now);
    }

    /** As {@link #put}, of a device that is enrolled already, whose version it raises. */
    static void change(Handle handle, EventId event, DeviceId device, List<DoorId> doors, Instant now) {
        handle.createUpdate("update devices set door = :door, version = version + 1 where event = :event and id = :id")
                .bind("door", doors.stream().map(DoorId::text).findFirst())
                .bind("event", event.text())
                .bind("id", device.text())
                .execute();
        put(handle, event, device, doors, now);
    }

    /** By id; none means every door. */
    static List<DoorId> doors(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery(
                        "select door from device_doors where event = :event and device = :device order by door")
                .bind("event", event.text())
                .bind("device", device.text())
                .map((row, context) -> new DoorId(row.getString("door")))
                .list();
    }

    /** From when to when it may scan where, the newest last. */
    static List<AssignedDoors.Period> history(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                        select door, from_at, to_at from device_assignments
                        where event = :event and device = :device order by from_at, door
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .map((row, context) -> period(row))
                .list();
    }

    private static AssignedDoors.Period period(ResultSet row) throws SQLException {
        String door = row.getString("door");
        Instant from = Instant.ofEpochMilli(row.getLong("from_at"));
        long to = row.getLong("to_at");
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(to);
        return new AssignedDoors.Period(door.equals(EVERY_DOOR) ? null : new DoorId(door), from, end);
    }

    /** What ends now is kept with its end, for the entries that the device made until then. */
    private static void keepAssignments(
            Handle handle, EventId event, DeviceId device, List<DoorId> doors, Instant now) {
        List<String> present = doors.isEmpty()
                ? List.of(EVERY_DOOR)
                : doors.stream().map(DoorId::text).toList();
        handle.createUpdate("""
                        update device_assignments set to_at = :now
                        where event = :event and device = :device and to_at is null and door not in (<doors>)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("event", event.text())
                .bind("device", device.text())
                .bindList("doors", present)
                .execute();
        for (String door : present) {
            handle.createUpdate("""
                            insert into device_assignments (event, device, door, from_at)
                            select :event, :device, :door, :now
                            where not exists (select 1 from device_assignments
                                where event = :event and device = :device and door = :door and to_at is null)
                            on conflict (event, device, door, from_at) do update set to_at = null
                            """)
                    .bind("event", event.text())
                    .bind("device", device.text())
                    .bind("door", door)
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
    }

    private static void assign(Handle handle, EventId event, DeviceId device, DoorId door) {
        handle.createUpdate("insert into device_doors (event, device, door) values (:event, :device, :door)")
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("door", door.text())
                .execute();
    }
}
