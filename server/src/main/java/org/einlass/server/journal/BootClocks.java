package org.einlass.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is known of the clocks of the boots of devices. */
public final class BootClocks {
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

    /** What is known of the clocks of devices. */
    ClockCorrection of(Handle handle, EventId event, Collection<DeviceId> devices) {
        ClockCorrection clocks = new ClockCorrection();
        DirectSql.listedTexts(
                handle,
                """
                with devices (device) as (select asked.value ->> 0 from <list>)
                select b.device, b.boot, b.base, b.uncertainty, b.wall_error, b.source
                from devices d cross join boots b where b.event = ? and b.device = d.device
                """,
                row -> clocks.learn(new DeviceId(row.getString(1)), contact(BootId.of(row.getString(2)), row, 3)),
                devices.stream().map(DeviceId::text).toList(),
                event.text());
        return clocks;
    }

    /** Keeps samples, each as the best of its boot. */
    void put(Handle handle, EventId event, Collection<Met> samples) {
        DirectSql.each(
                handle,
                """
                insert into boots (event, device, boot, base, uncertainty, wall_error, source)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (event, device, boot) do update set base = excluded.base,
                    uncertainty = excluded.uncertainty, wall_error = excluded.wall_error, source = excluded.source
                """,
                samples.stream()
                        .map(met -> new @Nullable Object[] {
                            event.text(),
                            met.device().text(),
                            met.contact().boot().toString(),
                            met.contact().base(),
                            met.contact().uncertainty(),
                            met.contact().wallError(),
                            met.contact().source().name()
                        })
                        .toList());
    }
}
