package org.einlass.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
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

    /** Facts about a person, as {@code start}: those that name the person, and who represents the person. */
    private static final String OF_PEOPLE = """
            select k.key as key, f.id as id from keys k cross join facts f where f.event = ? and f.subject = k.key
            union all
            select k.key, f.id from keys k cross join facts f
            where f.event = ? and f.refers = k.key and f.type = 'substituted'
                and (f.subject is null or f.subject <> k.key)""";

    private static final String OF_AREAS = """
            select k.key as key, f.id as id from keys k cross join facts f
            where f.event = ? and f.refers = k.key and f.type = 'counted'""";

    /** So begins what stands for whoever bears a code that nobody knows. */
    private static final String OF_NOBODY = "?";

    private static final String KEYS = "keys (key) as (select asked.value ->> 0 from <list>)";

    /** Reads the facts of a table {@code h} of keys and ids. */
    private static final String FACTS = """
            select h.key, f.id, f.at, f.proven, a.verdict, x.from_at is not null and f.at >= x.from_at,
                exists (select 1 from facts g where g.event = f.event and g.refers = f.id), f.body, a.refusal
            from h cross join facts f
            left join set_asides x on x.event = f.event and x.device = f.device
            left join answers a on a.event = f.event and a.id = f.id
            where f.event = ? and f.id = h.id
            """;

    /**
     * Facts of some people or areas, without what was excluded.
     *
     * @param facts by registration id, what stands for one, or area
     * @param answers what the server had answered to those scans among them that it had answered, but for codes that it
     *     did not know then and that lead to somebody by now: those that a desk had made a moment before
     */
    public record About(Map<String, List<Fact>> facts, Map<EntryId, Verdict> answers) {

        public List<Fact> of(String key) {
            return facts.getOrDefault(key, List.of());
        }
    }

    /**
     * All facts about each of some people, with the undos and overrides of them.
     *
     * @param subjects registration ids, or what stands for them
     * @param known what stands in the body of some facts, so that they need not be read
     */
    public About about(Handle handle, EventId event, Collection<String> subjects, Map<EntryId, JournalEntry> known) {
        return with(handle, event, subjects, known, OF_PEOPLE, event.text(), event.text());
    }

    /** All counts of each of some areas, with the undos of them. */
    public About counts(Handle handle, EventId event, Collection<AreaId> areas) {
        List<String> keys = areas.stream().map(AreaId::text).toList();
        return with(handle, event, keys, Map.of(), OF_AREAS, event.text());
    }

    /**
     * Most facts have none that refers to them: only for the keys of those that have, their references are
     * followed.
     */
    private static About with(
            Handle handle,
            EventId event,
            Collection<String> keys,
            Map<EntryId, JournalEntry> known,
            String start,
            Object... startsValues) {
        Rows rows = new Rows(known);
        String direct = "with " + KEYS + ", h (key, id) as (" + start + ")\n" + FACTS;
        DirectSql.listedTexts(handle, direct, rows::add, keys, values(startsValues, event.text()));
        Set<String> referredTo = Set.copyOf(rows.referredTo);
        rows.facts.keySet().removeAll(referredTo);
        String followed = "with recursive " + KEYS + ", h (key, id) as (select key, id from (" + start + ") mine\n"
                + "union select h.key, f.id from h cross join facts f where f.event = ? and f.refers = h.id)\n" + FACTS;
        DirectSql.listedTexts(
                handle, followed, rows::add, referredTo, values(startsValues, event.text(), event.text()));
        return new About(rows.facts, rows.answers);
    }

    private static Object[] values(Object[] first, Object... others) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(others)).toArray();
    }

    /** What {@link #FACTS} found. */
    private static final class Rows {
        private final Map<EntryId, JournalEntry> known;
        private final Map<String, List<Fact>> facts = new HashMap<>();
        private final Map<EntryId, Verdict> answers = new HashMap<>();
        private final Set<String> referredTo = new HashSet<>();

        private Rows(Map<EntryId, JournalEntry> known) {
            this.known = known;
        }

        private EntryId add(ResultSet row) throws SQLException {
            String key = row.getString(1);
            EntryId id = EntryId.of(row.getString(2));
            if (row.getBoolean(7)) {
                referredTo.add(key);
            }
            if (!row.getBoolean(6)) {
                JournalEntry entry = known.get(id);
                facts.computeIfAbsent(key, same -> new ArrayList<>())
                        .add(new Fact(
                                row.getLong(3),
                                FactTable.genuine(row, 4),
                                entry == null ? FactTable.entry(row.getString(8)) : entry));
                String verdict = row.getString(5);
                boolean explained = Refusal.UNKNOWN.name().equals(row.getString(9)) && !key.startsWith(OF_NOBODY);
                if (verdict != null && !explained) {
                    answers.put(id, Verdict.valueOf(verdict));
                }
            }
            return id;
        }
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
