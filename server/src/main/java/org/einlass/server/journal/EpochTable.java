package org.einlass.server.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The starts of devices' programs, and what their sequence numbers show: gaps, and copied disks. */
public final class EpochTable {

    /** What some reports say of one epoch. */
    private record Seen(
            DeviceId device, EpochId epoch, @Nullable EpochId predecessor, long highWater) {
        private static Seen in(ReceivedJournal journal) {
            JournalUpload upload = journal.upload();
            return new Seen(journal.device(), upload.epoch(), upload.predecessor(), upload.highWater());
        }

        private String key() {
            return device.text() + " " + epoch;
        }

        private Seen and(Seen later) {
            return new Seen(
                    device,
                    epoch,
                    predecessor == null ? later.predecessor : predecessor,
                    Math.max(highWater, later.highWater));
        }
    }

    /**
     * Each epoch is written once: PostgreSQL's driver makes one statement of many rows, and none may come twice.
     */
    void saw(Handle handle, EventId event, Collection<ReceivedJournal> journals, Instant now) {
        SortedMap<String, Seen> epochs = new TreeMap<>();
        journals.stream().map(Seen::in).forEach(seen -> epochs.merge(seen.key(), seen, Seen::and));
        DirectSql.each(
                handle,
                """
                insert into epochs (event, device, epoch, predecessor, high_water, seen_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (event, device, epoch) do update set
                    predecessor = coalesce(epochs.predecessor, excluded.predecessor),
                    high_water = case when excluded.high_water > epochs.high_water
                        then excluded.high_water else epochs.high_water end
                """,
                epochs.values().stream().map(seen -> row(event, seen, now)).toList());
    }

    private static @Nullable Object[] row(EventId event, Seen seen, Instant now) {
        EpochId predecessor = seen.predecessor();
        return new @Nullable Object[] {
            event.text(),
            seen.device().text(),
            seen.epoch().toString(),
            predecessor == null ? null : predecessor.toString(),
            seen.highWater(),
            now.toEpochMilli()
        };
    }

    /**
     * Sequence numbers that a device has given and nobody has reported.
     *
     * @param missing how many, below the high-water mark that the device declared
     */
    public record Gap(DeviceId device, String epoch, long missing) {}

    /**
     * The gaps of an event. What stands in quarantine was reported, though not understood, and makes no gap.
     */
    public List<Gap> gaps(Handle handle, EventId event) {
        return handle.createQuery("""
                select e.device, e.epoch, e.high_water - count(distinct k.sequence) as missing
                from epochs e left join (
                    select event, device, epoch, sequence from facts where event = :event
                    union
                    select event, device, epoch, sequence from quarantine where event = :event) k
                    on k.event = e.event and k.device = e.device and k.epoch = e.epoch
                        and k.sequence between 1 and e.high_water
                where e.event = :event
                group by e.device, e.epoch, e.high_water
                having e.high_water > count(distinct k.sequence)
                order by e.device, e.epoch
                """)
                .bind("event", event.text())
                .map((row, context) -> new Gap(new DeviceId(row.getString(1)), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * A device whose disk was copied or restored: two successors of one start exist, or two entries of one number.
     *
     * @param branches how many starts and entries stand where one should; grows with each further copy
     */
    public record Fork(DeviceId device, long branches) {}

    /** The copied or restored devices of an event, by device. */
    public List<Fork> forks(Handle handle, EventId event) {
        return handle.createQuery("""
                select device, sum(branches) from (
                    select device, count(*) as branches from epochs
                    where event = :event and predecessor is not null
                    group by device, predecessor having count(*) > 1
                    union all
                    select device, count(*) as branches from facts where event = :event
                    group by device, epoch, sequence having count(*) > 1) doubled
                group by device order by device
                """)
                .bind("event", event.text())
                .map((row, context) -> new Fork(new DeviceId(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** Ids of entries that refer to an entry which nobody has reported. */
    public List<String> dangling(Handle handle, EventId event) {
        return handle.createQuery("""
                select f.id from facts f
                where f.event = :event and f.refers is not null and f.type not in ('counted', 'settled', 'substituted')
                    and not exists (select 1 from facts g where g.event = f.event and g.id = f.refers)
                order by f.id
                """)
                .bind("event", event.text())
                .mapTo(String.class)
                .list();
    }
}
