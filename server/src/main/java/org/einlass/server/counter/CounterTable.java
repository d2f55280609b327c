package org.einlass.server.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The open counters and the guests on their way there, in the tables {@code counters} and {@code counter_guests}. */
final class CounterTable {

    /** An open counter. */
    record Counter(DeviceId desk, String name) {}

    /**
     * A guest on the way.
     *
     * @param registration of the scan, where it is known by now; a text that is no id stands for somebody unknown
     * @param kiosk as people call it
     */
    record Waiting(
            EntryId scan,
            DeviceId counter,
            String kiosk,
            String cause,
            @Nullable String refusal,
            Instant sentAt,
            @Nullable String registration) {}

    /** Keeps a counter open. */
    void open(Handle handle, EventId event, DeviceId desk, String name, Instant now) {
        DirectSql.execute(handle, """
                insert into counters (event, device, name, seen_at) values (?, ?, ?, ?)
                on conflict (event, device) do update set name = excluded.name, seen_at = excluded.seen_at
                """, event.text(), desk.text(), name, now.toEpochMilli());
    }

    void close(Handle handle, EventId event, DeviceId desk) {
        DirectSql.execute(handle, "delete from counters where event = ? and device = ?", event.text(), desk.text());
    }

    /** Whether this is a desk of the event that is not revoked. */
    boolean isDesk(Handle handle, EventId event, DeviceId device) {
        return DirectSql.first(
                        handle,
                        "select 1 from devices where event = ? and id = ? and kind = 'DESK' and revoked_at is null",
                        row -> true,
                        event.text(),
                        device.text())
                .isPresent();
    }

    /** The counters whose desks were heard since then. */
    List<Counter> open(Handle handle, EventId event, Instant since) {
        return handle.createQuery("""
                        select device, name from counters where event = :event and seen_at >= :since
                        order by name, device
                        """)
                .bind("event", event.text())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new Counter(new DeviceId(row.getString(1)), row.getString(2)))
                .list();
    }

    /** Everybody who is on the way, the longest first. */
    List<Waiting> waiting(Handle handle, EventId event) {
        return handle.createQuery("""
                select g.scan, g.counter, coalesce(d.title, g.kiosk), g.cause, g.refusal, g.sent_at,
                    coalesce(a.registration, f.subject)
                from counter_guests g
                    left join devices d on d.event = g.event and d.id = g.kiosk
                    left join answers a on a.event = g.event and a.id = g.scan
                    left join facts f on f.event = g.event and f.id = g.scan
                where g.event = :event order by g.sent_at, g.scan
                """)
                .bind("event", event.text())
                .map((row, context) -> new Waiting(
                        EntryId.of(row.getString(1)),
                        new DeviceId(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6)),
                        row.getString(7)))
                .list();
    }

    /** Whose code a scan has shown, as far as it is known by now. */
    Optional<String> registration(Handle handle, EventId event, EntryId scan) {
        return DirectSql.first(handle, """
                select coalesce(a.registration, f.subject) from (select ? as event, ? as id) s
                    left join answers a on a.event = s.event and a.id = s.id
                    left join facts f on f.event = s.event and f.id = s.id
                where coalesce(a.registration, f.subject) is not null
                """, row -> row.getString(1), event.text(), scan.toString());
    }

    /** The phase that the event is in; empty where there is no such event. */
    String phase(Handle handle, EventId event) {
        return DirectSql.first(handle, "select phase from events where id = ?", row -> row.getString(1), event.text())
                .orElse("");
    }

    /** Which device has reported an entry, as people call it. */
    Optional<String> device(Handle handle, EventId event, EntryId entry) {
        return DirectSql.first(handle, """
                select coalesce(d.title, f.device) from facts f
                    left join devices d on d.event = f.event and d.id = f.device
                where f.event = ? and f.id = ?
                """, row -> row.getString(1), event.text(), entry.toString());
    }

    /** A guest is on the way; of one who was sent before, what is known now counts: where to, why and since when. */
    void send(
            Handle handle,
            EventId event,
            EntryId scan,
            DeviceId counter,
            DeviceId kiosk,
            String cause,
            @Nullable String refusal,
            Instant now) {
        DirectSql.execute(
                handle,
                """
                insert into counter_guests (event, scan, counter, kiosk, cause, refusal, sent_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (event, scan) do update set counter = excluded.counter, cause = excluded.cause,
                    refusal = excluded.refusal, sent_at = excluded.sent_at
                """,
                event.text(),
                scan.toString(),
                counter.text(),
                kiosk.text(),
                cause,
                refusal,
                now.toEpochMilli());
    }

    /** These guests are expected no more. */
    void end(Handle handle, EventId event, List<EntryId> scans) {
        DirectSql.each(
                handle,
                "delete from counter_guests where event = ? and scan = ?",
                scans.stream()
                        .map(EntryId::toString)
                        .sorted()
                        .map(scan -> new @Nullable Object[] {event.text(), scan})
                        .toList());
    }

    /** Whoever was sent earlier has gone elsewhere. */
    void endBefore(Handle handle, EventId event, Instant moment) {
        DirectSql.execute(
                handle,
                "delete from counter_guests where event = ? and sent_at < ?",
                event.text(),
                moment.toEpochMilli());
    }

    /** Of those whom one kiosk has sent, the longest on their way are expected no more where there are too many. */
    void keepNewestOf(Handle handle, EventId event, DeviceId kiosk, EntryId newest, int most) {
        DirectSql.execute(handle, """
                delete from counter_guests where event = ? and scan in (
                    select scan from (select scan, row_number() over (
                            order by case when scan = ? then 0 else 1 end, sent_at desc, scan desc) as place
                        from counter_guests where event = ? and kiosk = ?) ranked
                    where place > ?)
                """, event.text(), newest.toString(), event.text(), kiosk.text(), most);
    }

    /** Of all on their way, the longest are expected no more where there are too many. */
    void keepNewest(Handle handle, EventId event, EntryId newest, int most) {
        DirectSql.execute(handle, """
                delete from counter_guests where event = ? and scan in (
                    select scan from (select scan, row_number() over (
                            order by case when scan = ? then 0 else 1 end, sent_at desc, scan desc) as place
                        from counter_guests where event = ?) ranked
                    where place > ?)
                """, event.text(), newest.toString(), event.text(), most);
    }
}
