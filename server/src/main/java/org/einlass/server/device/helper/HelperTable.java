package org.einlass.server.device.helper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.OperatorId;
import org.jdbi.v3.core.Handle;

/** Helpers as they stand in the tables, on the caller's handle. */
final class HelperTable {
    private HelperTable() {}

    /** A helper as the table holds it: {@code secrets} under the server's key, {@code pass} under the badge's code. */
    record Kept(
            OperatorId id, String name, HelperWork work, LocalDate day, String lookup, String secrets, Instant made) {}

    static void add(Handle handle, EventId event, Kept helper, String pass) {
        handle.createUpdate("""
                        insert into helpers (event, id, name, work, day, lookup, secrets, pass, made_at)
                        values (:event, :id, :name, :work, :day, :lookup, :secrets, :pass, :made)
                        """)
                .bind("event", event.text())
                .bind("id", helper.id().text())
                .bind("name", helper.name())
                .bind("work", helper.work().name())
                .bind("day", helper.day().toString())
                .bind("lookup", helper.lookup())
                .bind("secrets", helper.secrets())
                .bind("pass", pass)
                .bind("made", helper.made().toEpochMilli())
                .execute();
    }

    /** Those who are not ended, by day and name. */
    static List<Kept> all(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, name, work, day, lookup, secrets, made_at from helpers
                        where event = :event and ended_at is null order by day, name, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new OperatorId(row.getString("id")),
                row.getString("name"),
                HelperWork.valueOf(row.getString("work")),
                LocalDate.parse(row.getString("day")),
                row.getString("lookup"),
                row.getString("secrets"),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }

    /** The names of all there ever were, by their ids: what they did outlives their badges. */
    static Map<String, String> names(Handle handle, EventId event) {
        return handle
                .createQuery("select id, name from helpers where event = :event")
                .bind("event", event.text())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What devices get, from {@code today} on, in the order of the look-up ids. */
    static List<HelperRows.Row> rows(Handle handle, EventId event, List<HelperWork> works, LocalDate today) {
        return handle.createQuery("""
                        select lookup, pass from helpers
                        where event = :event and ended_at is null and day >= :today and work in (<works>)
                        order by lookup
                        """)
                .bind("event", event.text())
                .bind("today", today.toString())
                .bindList("works", works.stream().map(HelperWork::name).toList())
                .map((row, context) -> new HelperRows.Row(row.getString("lookup"), row.getString("pass")))
                .list();
    }

    /** Whether there ever was a helper for such work, whose badge may have ended or be of a day gone by. */
    static boolean hasBeen(Handle handle, EventId event, List<HelperWork> works) {
        return handle.createQuery("select id from helpers where event = :event and work in (<works>) limit 1")
                .bind("event", event.text())
                .bindList("works", works.stream().map(HelperWork::name).toList())
                .mapTo(String.class)
                .findFirst()
                .isPresent();
    }

    /** The badge opens nothing any more. @return whether there was such a helper */
    static boolean end(Handle handle, EventId event, OperatorId helper, Instant now) {
        return handle.createUpdate("""
                        update helpers set ended_at = :now where event = :event and id = :id and ended_at is null
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("event", event.text())
                        .bind("id", helper.text())
                        .execute()
                > 0;
    }

    /** Whose badge that is; empty for nobody's. */
    static Optional<OperatorId> byLookup(Handle handle, EventId event, String lookup) {
        return handle.createQuery("select id from helpers where event = :event and lookup = :lookup")
                .bind("event", event.text())
                .bind("lookup", lookup)
                .map((row, context) -> new OperatorId(row.getString("id")))
                .findFirst();
    }

    /** Keeps that a device bars the badge. @return whether this bar was not known yet */
    static boolean keepLock(
            Handle handle, EventId event, OperatorId helper, DeviceId device, PinLock lock, Instant now) {
        return handle.createUpdate("""
                        insert into helper_locks (event, helper, device, misses, heard_at, barred_until)
                        values (:event, :helper, :device, :misses, :now, :until)
                        on conflict (event, helper, device) do update
                            set misses = excluded.misses, heard_at = excluded.heard_at,
                                barred_until = excluded.barred_until
                            where helper_locks.barred_until <> excluded.barred_until
                        """)
                        .bind("event", event.text())
                        .bind("helper", helper.text())
                        .bind("device", device.text())
                        .bind("misses", lock.misses())
                        .bind("until", lock.until().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** Where each helper's badge was barred. */
    static Map<String, List<HelperState.Lock>> locks(Handle handle, EventId event) {
        return handle
                .createQuery("select helper, device, heard_at from helper_locks where event = :event order by heard_at")
                .bind("event", event.text())
                .map((row, context) -> Map.entry(
                        row.getString("helper"),
                        new HelperState.Lock(
                                new DeviceId(row.getString("device")), Instant.ofEpochMilli(row.getLong("heard_at")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
