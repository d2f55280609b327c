package org.einlass.server.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Sector;
import org.einlass.server.database.DirectSql;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.ConflictTable.Item;
import org.einlass.server.registration.organisation.OrganisationAliasTable;
import org.jdbi.v3.core.Handle;

/** What statistics are counted from: registrations without names, and the facts of the live phase. */
public final class AttendanceQueries {
    private static final ObjectReader ENTRIES = JournalJson.mapper().readerFor(JournalEntry.class);

    private AttendanceQueries() {}

    public static List<CountedRegistration> guests(Handle handle, EventId event) {
        RegistrationSets<ProgrammeId> programmes = RegistrationSets.of(handle, event, """
                select registration, programme from registration_programmes where event = :event
                order by registration
                """, ProgrammeId::new);
        RegistrationSets<LocalDate> days = RegistrationSets.of(
                handle,
                event,
                "select registration, day from registration_days where event = :event order by registration",
                LocalDate::parse);
        RegistrationSets<SessionId> booked = RegistrationSets.of(
                handle,
                event,
                "select registration, session from bookings where event = :event order by registration",
                SessionId::new);
        Map<String, String> alike = new HashMap<>();
        Map<String, CategoryId> categories = new HashMap<>();
        UnaryOperator<String> reviewed = OrganisationAliasTable.reviewed(handle, event);
        return handle.createQuery("""
                        select id, status, category, sector, federal_state, organisation from registrations
                        where event = :event and merged_into is null order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> {
                    String id = row.getString("id");
                    String sector = row.getString("sector");
                    String federalState = row.getString("federal_state");
                    return new CountedRegistration(
                            id,
                            row.getString("status").equals("CONFIRMED"),
                            categories.computeIfAbsent(row.getString("category"), CategoryId::new),
                            sector == null ? null : Sector.valueOf(sector),
                            federalState == null ? "" : once(federalState, alike),
                            once(reviewed.apply(row.getString("organisation")), alike),
                            programmes.of(id),
                            days.of(id),
                            booked.of(id));
                })
                .list();
    }

    /** The same text of many rows is one object. */
    private static String once(String text, Map<String, String> alike) {
        String known = alike.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /**
     * Scans, overrides, undos, lines from paper, walk-ins and substitutions at desks, as {@link CountedEntryReader} reads
     * them; rehearsals and what was set aside are not among them.
     */
    public static List<CountedFact> facts(Handle handle, EventId event) {
        CountedEntryReader entries = new CountedEntryReader();
        return handle.createQuery("""
                        select f.at, f.proven, f.body, coalesce(r.merged_into, f.subject) as subject
                        from facts f
                            left join set_asides s on s.event = f.event and s.device = f.device
                            left join registrations r on r.event = f.event and r.id = f.subject
                        where f.event = :event and f.phase = 'LIVE'
                            and f.type in ('scanned', 'overridden', 'undone', 'enteredfrompaper', 'walkedin',
                                'substituted')
                            and (s.from_at is null or f.at < s.from_at)
                        """)
                .bind("event", event.text())
                .map((row, context) -> happening(row, entries::read))
                .list();
    }

    /** What contradicts itself in the entries, settled or not, in order of kind. */
    public static List<CountedConflict> conflicts(Handle handle, EventId event) {
        List<Item> items = new ConflictTable().all(handle, event);
        Set<String> practised = Set.copyOf(DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select f.id from ids cross join facts f
                where f.event = ? and f.id = ids.id and f.phase = 'REHEARSAL'
                """,
                row -> row.getString(1),
                items.stream()
                        .flatMap(item -> item.entries().stream())
                        .map(EntryId::toString)
                        .distinct()
                        .toList(),
                event.text()));
        return items.stream()
                .map(item -> new CountedConflict(
                        item.id(),
                        ClarificationKind.valueOf(item.kind()),
                        item.subject(),
                        item.entries(),
                        item.settled(),
                        item.entries().stream().allMatch(entry -> practised.contains(entry.toString()))))
                .toList();
    }

    /** All facts from which figures are counted, and those that are not, in order of corrected time. */
    public static void eachRawFact(Handle handle, EventId event, Consumer<RawFact> use) {
        handle.createQuery("""
                        select f.device, f.at, f.proven, f.body, coalesce(r.merged_into, f.subject) as subject,
                            case when s.from_at is not null and f.at >= s.from_at then 1 else 0 end as excluded
                        from facts f
                            left join set_asides s on s.event = f.event and s.device = f.device
                            left join registrations r on r.event = f.event and r.id = f.subject
                        where f.event = :event
                            and f.type in ('scanned', 'overridden', 'undone', 'enteredfrompaper', 'walkedin',
                                'substituted')
                        order by f.at, f.id
                        """)
                .bind("event", event.text())
                .map((row, context) -> rawFact(row))
                .forEach(use);
    }

    private static RawFact rawFact(ResultSet row) throws SQLException {
        CountedFact counted = happening(row, AttendanceQueries::entry);
        return new RawFact(
                row.getString("device"),
                counted.at(),
                counted.subject(),
                counted.proven(),
                row.getInt("excluded") == 1,
                counted.entry());
    }

    private static CountedFact happening(ResultSet row, Function<String, JournalEntry> read) throws SQLException {
        boolean proven = row.getObject("proven") == null || row.getBoolean("proven");
        return new CountedFact(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("subject"),
                proven,
                read.apply(row.getString("body")));
    }

    /** An entry as it is stored. */
    public static JournalEntry entry(String body) {
        try {
            return ENTRIES.readValue(body);
        } catch (JsonProcessingException e) {
            // Without the cause: its text quotes the entry, and the reader of the report did not send it.
            throw new IllegalStateException("A stored journal entry cannot be read.");
        }
    }

    /**
     * What registrations have several of, read in the order of their ids and asked for in that order: ids are UUIDs, which
     * every collation sorts alike. Many registrations have the same and share one set.
     */
    private static final class RegistrationSets<T> {
        private final List<String> registrations = new ArrayList<>();
        private final List<Set<T>> sets = new ArrayList<>();
        private int next;

        private RegistrationSets() {}

        /**
         * Reads them.
         *
         * @param sql of registrations and values of the event {@code :event}, in the order of registrations
         */
        private static <T> RegistrationSets<T> of(Handle handle, EventId event, String sql, Function<String, T> value) {
            RegistrationSets<T> read = new RegistrationSets<>();
            Map<String, T> values = new HashMap<>();
            Map<Set<T>, Set<T>> alike = new HashMap<>();
            handle.createQuery(sql)
                    .bind("event", event.text())
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(pair -> read.add(pair.getKey(), values.computeIfAbsent(pair.getValue(), value), alike));
            return read;
        }

        private void add(String registration, T value, Map<Set<T>, Set<T>> alike) {
            int last = registrations.size() - 1;
            if (last < 0 || !registrations.get(last).equals(registration)) {
                registrations.add(registration);
                sets.add(alike.computeIfAbsent(Set.of(value), one -> one));
                return;
            }
            Set<T> all = new HashSet<>(sets.get(last));
            all.add(value);
            sets.set(last, alike.computeIfAbsent(Set.copyOf(all), one -> one));
        }

        /** The set of a registration, which comes behind those that were asked for before; empty where it has nothing. */
        private Set<T> of(String registration) {
            while (next < registrations.size() && registrations.get(next).compareTo(registration) < 0) {
                next++;
            }
            return next < registrations.size() && registrations.get(next).equals(registration)
                    ? sets.get(next)
                    : Set.of();
        }
    }
}
