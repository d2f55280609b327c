package org.einlass.server.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.DirectSql.Reading;
import org.jdbi.v3.core.Handle;

/**
 * Facts together with those that refer to them, over any number of steps: the undo of an undo of a scan.
 * Forward, from people and areas to all that tells of them; backward, from entries to the people and areas
 * they concern.
 */
public final class FactHistories {
    private static final String ENTRIES = "select asked.value ->> 0 from <list>";
    private static final String ENTRIES_OF_DEVICES = """
            select f.id from <list> cross join facts f where f.event = ? and f.device = asked.value ->> 0""";

    private static final String PEOPLE = """
            select subject from back where subject is not null
            union
            select refers from back where type = 'substituted'
            """;

    private static final String COUNTED_AREAS = "select distinct refers from back where type = 'counted'";

    /**
     * All facts about each of some people, with the undos and overrides of them, without what was excluded.
     *
     * @param subjects registration ids, or what stands for them
     */
    public Map<String, List<Fact>> about(Handle handle, EventId event, Collection<String> subjects) {
        Map<String, List<Fact>> about = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with recursive subjects (subject) as (select asked.value ->> 0 from <list>),
                    history (subject, id) as (
                        select subject, id from (
                            select s.subject as subject, f.id as id from subjects s cross join facts f
                            where f.event = ? and f.subject = s.subject
                            union
                            select s.subject, f.id from subjects s cross join facts f
                            where f.event = ? and f.refers = s.subject and f.type = 'substituted'
                        ) mine
                        union
                        select h.subject, f.id from history h cross join facts f where f.event = ? and f.refers = h.id)
                select h.subject, f.at, f.proven, f.body
                from history h cross join facts f left join set_asides x on x.event = f.event and x.device = f.device
                where f.event = ? and f.id = h.id and (x.from_at is null or f.at < x.from_at)
                """,
                row -> about.computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                        .add(FactTable.fact(row)),
                subjects,
                event.text(),
                event.text(),
                event.text(),
                event.text());
        return about;
    }

    /** All counts of each of some areas, with the undos of them, without what was excluded. */
    public Map<AreaId, List<Fact>> counts(Handle handle, EventId event, Collection<AreaId> areas) {
        Map<AreaId, List<Fact>> counts = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with recursive counted (area) as (select asked.value ->> 0 from <list>),
                    history (area, id) as (
                        select c.area, f.id from counted c cross join facts f
                        where f.event = ? and f.refers = c.area and f.type = 'counted'
                        union
                        select h.area, f.id from history h cross join facts f where f.event = ? and f.refers = h.id)
                select h.area, f.at, f.proven, f.body
                from history h cross join facts f left join set_asides x on x.event = f.event and x.device = f.device
                where f.event = ? and f.id = h.id and (x.from_at is null or f.at < x.from_at)
                """,
                row -> counts.computeIfAbsent(new AreaId(row.getString(1)), area -> new ArrayList<>())
                        .add(FactTable.fact(row)),
                areas.stream().map(AreaId::text).toList(),
                event.text(),
                event.text(),
                event.text());
        return counts;
    }

    /** What people settled, by conflict, without what was excluded. */
    public List<JournalEntry.Settled> settlements(Handle handle, EventId event, Collection<String> conflicts) {
        return DirectSql.listedTexts(
                handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select f.at, f.proven, f.body
                from ids cross join facts f left join set_asides x on x.event = f.event and x.device = f.device
                where f.event = ? and f.refers = ids.id and f.type = 'settled'
                    and (x.from_at is null or f.at < x.from_at)
                """, row -> (JournalEntry.Settled) FactTable.fact(row).entry(), conflicts, event.text());
    }

    /** Whom some entries concern, and those they refer to; two where one represents one. */
    public Set<String> peopleBehind(Handle handle, EventId event, Collection<EntryId> entries) {
        return behind(handle, event, entries, PEOPLE, row -> row.getString(1));
    }

    /** The areas whose counts these entries are, or take back. */
    public Set<AreaId> areasBehind(Handle handle, EventId event, Collection<EntryId> entries) {
        return behind(handle, event, entries, COUNTED_AREAS, row -> new AreaId(row.getString(1)));
    }

    private static <T> Set<T> behind(
            Handle handle, EventId event, Collection<EntryId> entries, String wanted, Reading<T> reading) {
        return Set.copyOf(DirectSql.listedTexts(
                handle,
                backFrom(ENTRIES) + wanted,
                reading,
                entries.stream().map(EntryId::toString).toList(),
                event.text(),
                event.text()));
    }

    /** Whom the facts of some devices concern. */
    public Set<String> peopleBehindDevices(Handle handle, EventId event, Collection<DeviceId> devices) {
        return behindDevices(handle, event, devices, PEOPLE, row -> row.getString(1));
    }

    /** The areas that some devices counted, or whose counts they took back. */
    public Set<AreaId> areasBehindDevices(Handle handle, EventId event, Collection<DeviceId> devices) {
        return behindDevices(handle, event, devices, COUNTED_AREAS, row -> new AreaId(row.getString(1)));
    }

    private static <T> Set<T> behindDevices(
            Handle handle, EventId event, Collection<DeviceId> devices, String wanted, Reading<T> reading) {
        return Set.copyOf(DirectSql.listedTexts(
                handle,
                backFrom(ENTRIES_OF_DEVICES) + wanted,
                reading,
                devices.stream().map(DeviceId::text).toList(),
                event.text(),
                event.text(),
                event.text()));
    }

    /** Entries and all that they refer to, as a table {@code back}. */
    private static String backFrom(String start) {
        return """
                with recursive start (id) as (%s),
                    back (id, type, subject, refers) as (
                        select f.id, f.type, f.subject, f.refers from start s cross join facts f
                        where f.event = ? and f.id = s.id
                        union
                        select f.id, f.type, f.subject, f.refers from back b cross join facts f
                        where f.event = ? and f.id = b.refers)
                """.formatted(start);
    }
}
