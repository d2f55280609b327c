package org.einlass.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** What is known of the clocks of the boots of devices. */
public final class BootClocks {
    private static final long UNSURE = Duration.ofDays(1).toMillis();

    /** Whether {@code contact} is the best of its boot, so that keeping it changes times. */
    public boolean isNews(Handle handle, EventId event, DeviceId device, ClockSample contact) {
        Optional<ClockSample> known = find(handle, event, device, contact.boot());
        return known.isEmpty() || contact.isBetterThan(known.get());
    }

    /** One of a device's contacts. */
    public record Met(DeviceId device, ClockSample contact) {}

    /** Those contacts that may be the best of their boots: of many scans in a row none. */
    public List<Met> news(Handle handle, EventId event, List<Met> contacts) {
        Map<String, ClockSample> known = new HashMap<>();
        List<Object[]> rows = contacts.stream()
                .map(met ->
                        new Object[] {met.device().text(), met.contact().boot().toString()})
                .toList();
        DirectSql.all(
                handle,
                """
                with asked (device, boot) as (values <rows>)
                select b.device, b.boot, b.base, b.uncertainty, b.wall_error, b.source
                from asked cross join boots b
                where b.event = ? and b.device = asked.device and b.boot = asked.boot
                """,
                row -> known.put(
                        row.getString(1) + " " + row.getString(2), contact(BootId.of(row.getString(2)), row, 3)),
                rows,
                event.text());
        return contacts.stream()
                .filter(met -> {
                    ClockSample best =
                            known.get(met.device().text() + " " + met.contact().boot());
                    return best == null || met.contact().isBetterThan(best);
                })
                .toList();
    }

    private static ClockSample contact(BootId boot, ResultSet row, int first) throws SQLException {
        return new ClockSample(
                boot,
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                ClockSample.Source.valueOf(row.getString(first + 3)));
    }

    private Optional<ClockSample> find(Handle handle, EventId event, DeviceId device, BootId boot) {
        return DirectSql.first(
                handle,
                "select base, uncertainty, wall_error, source from boots where event = ? and device = ? and boot = ?",
                row -> contact(boot, row, 1),
                event.text(),
                device.text(),
                boot.toString());
    }

    /** Keeps {@code contact} as the best of its boot. */
    public void put(Handle handle, EventId event, DeviceId device, ClockSample contact) {
        handle.createUpdate("""
                insert into boots (event, device, boot, base, uncertainty, wall_error, source)
                values (:event, :device, :boot, :base, :uncertainty, :wallError, :source)
                on conflict (event, device, boot) do update set base = excluded.base,
                    uncertainty = excluded.uncertainty, wall_error = excluded.wall_error, source = excluded.source
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("boot", contact.boot().toString())
                .bind("base", contact.base())
                .bind("uncertainty", contact.uncertainty())
                .bind("wallError", contact.wallError())
                .bind("source", contact.source().name())
                .execute();
    }

    /** The corrected time of an entry. Without contact in its boot, the device's error in its first known boot. */
    CorrectedTime correct(Handle handle, EventId event, DeviceId device, DeviceTime time) {
        return find(handle, event, device, time.boot())
                .map(contact ->
                        new CorrectedTime(contact.base() + time.monotonic().toMillis(), contact.uncertainty(), true))
                .orElseGet(() -> new CorrectedTime(
                        time.wall().toEpochMilli() + wallError(handle, event, device), UNSURE, false));
    }

    /** How far the device's own clock was off in the first boot that had contact; 0 where none had. */
    public long wallError(Handle handle, EventId event, DeviceId device) {
        return handle.createQuery("""
                select wall_error from boots where event = :event and device = :device order by base, boot limit 1
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
