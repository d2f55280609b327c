package org.einlass.server.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Orders to wipe devices, one an enrolment: who gets a device anew is not wiped by an order to the last
 * holder.
 */
final class WipeOrderTable {
    private static final String BETWEEN = ",";

    private WipeOrderTable() {}

    /** Orders a wipe of the device's present enrolment; an order that stands already stays as it is. */
    static void order(Handle handle, EventId event, DeviceId device, Instant now) {
        handle.createUpdate("""
                        insert into wipes (event, id, device, enrolment, ordered_at)
                        select event, :order, id, enrolment, :now from devices where event = :event and id = :device
                        on conflict (event, device, enrolment) do nothing
                        """)
                .bind("event", event.text())
                .bind("order", UUID.randomUUID().toString())
                .bind("device", device.text())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The order to an enrolment of a device. */
    static Optional<WipeState> find(Handle handle, EventId event, DeviceId device, long enrolment) {
        return handle.createQuery("""
                        select id, ordered_at, wiped_at, destroyed, kept from wipes
                        where event = :event and device = :device and enrolment = :enrolment
                        """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("enrolment", enrolment)
                .map((row, context) -> state(row))
                .findOne();
    }

    /** All orders of an event, the newest first, with what the devices are called now. */
    static List<DeviceService.Wipe> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select w.id, w.ordered_at, w.wiped_at, w.destroyed, w.kept, w.device, d.title
                        from wipes w join devices d on d.event = w.event and d.id = w.device
                        where w.event = :event order by w.ordered_at desc, w.device
                        """)
                .bind("event", event.text())
                .map((row, context) -> new DeviceService.Wipe(
                        new DeviceId(row.getString("device")), row.getString("title"), state(row)))
                .list();
    }

    private static WipeState state(ResultSet row) throws SQLException {
        long wiped = row.getLong("wiped_at");
        Instant at = row.wasNull() ? null : Instant.ofEpochMilli(wiped);
        return new WipeState(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("ordered_at")),
                at,
                words(row.getString("destroyed")),
                words(row.getString("kept")));
    }

    private static List<String> words(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(BETWEEN));
    }

    /** The device has done it; its first receipt holds. @return whether this was the first one */
    static boolean take(Handle handle, EventId event, DeviceId device, UUID order, WipeReceipt receipt, Instant now) {
        return handle.createUpdate("""
                        update wipes set wiped_at = :now, destroyed = :destroyed, kept = :kept
                        where event = :event and id = :order and device = :device and wiped_at is null
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("destroyed", String.join(BETWEEN, receipt.destroyed()))
                        .bind("kept", String.join(BETWEEN, receipt.kept()))
                        .bind("event", event.text())
                        .bind("order", order.toString())
                        .bind("device", device.text())
                        .execute()
                > 0;
    }

    /** An order to a device; empty where it was never ordered to. */
    static Optional<WipeState> find(Handle handle, EventId event, DeviceId device, UUID order) {
        return handle.createQuery("""
                        select id, ordered_at, wiped_at, destroyed, kept from wipes
                        where event = :event and id = :order and device = :device
                        """)
                .bind("event", event.text())
                .bind("order", order.toString())
                .bind("device", device.text())
                .map((row, context) -> state(row))
                .findOne();
    }
}
