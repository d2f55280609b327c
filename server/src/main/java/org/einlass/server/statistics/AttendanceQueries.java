package org.einlass.server.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    private AttendanceQueries() {}

    public static List<CountedRegistration> guests(Handle handle, EventId event) {
        Map<String, Set<ProgrammeId>> programmes = programmes(handle, event);
        Map<String, Set<LocalDate>> days = days(handle, event);
        Map<String, Set<SessionId>> booked = booked(handle, event);
        Map<String, String> alike = new HashMap<>();
        UnaryOperator<String> reviewed = OrganisationAliasTable.reviewed(handle, event);
        return handle.createQuery("""
                        select id, status, category, sector, federal_state, organisation from registrations
                        where event = :event and merged_into is null
                        """)
                .bind("event", event.text())
                .map((row, context) -> guest(row, programmes, days, booked, alike, reviewed))
                .list();
    }

    private static CountedRegistration guest(
            ResultSet row,
            Map<String, Set<ProgrammeId>> programmes,
            Map<String, Set<LocalDate>> days,
            Map<String, Set<SessionId>> booked,
            Map<String, String> alike,
            UnaryOperator<String> reviewed)
            throws SQLException {
        String id = row.getString("id");
        String sector = row.getString("sector");
        String federalState = row.getString("federal_state");
        return new CountedRegistration(
                id,
                row.getString("status").equals("CONFIRMED"),
                new CategoryId(row.getString("category")),
                sector == null ? null : Sector.valueOf(sector),
                federalState == null ? "" : once(federalState, alike),
                once(reviewed.apply(row.getString("organisation")), alike),
                programmes.getOrDefault(id, Set.of()),
                days.getOrDefault(id, Set.of()),
                booked.getOrDefault(id, Set.of()));
    }

    /** The same text of many rows is one object. */
    private static String once(String text, Map<String, String> alike) {
        String known = alike.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static Map<String, Set<ProgrammeId>> programmes(Handle handle, EventId event) {
        Map<String, Set<ProgrammeId>> programmes = new HashMap<>();
        handle.createQuery("select registration, programme from registration_programmes where event = :event")
                .bind("event", event.text())
                .map((row, context) -> programmes
                        .computeIfAbsent(row.getString("registration"), id -> new HashSet<>())
                        .add(new ProgrammeId(row.getString("programme"))))
                .list();
        return programmes;
    }

    private static Map<String, Set<LocalDate>> days(Handle handle, EventId event) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        handle.createQuery("select registration, day from registration_days where event = :event")
                .bind("event", event.text())
                .map((row, context) -> days.computeIfAbsent(row.getString("registration"), id -> new HashSet<>())
                        .add(LocalDate.parse(row.getString("day"))))
                .list();
        return days;
    }

    private static Map<String, Set<SessionId>> booked(Handle handle, EventId event) {
        Map<String, Set<SessionId>> booked = new HashMap<>();
        handle.createQuery("select registration, session from bookings where event = :event")
                .bind("event", event.text())
                .map((row, context) -> booked.computeIfAbsent(row.getString("registration"), id -> new HashSet<>())
                        .add(new SessionId(row.getString("session"))))
                .list();
        return booked;
    }

    /**
     * Scans, overrides, undos, lines from paper, walk-ins and substitutions at desks; rehearsals and what was set aside are not among
     * them.
     */
    public static List<CountedFact> facts(Handle handle, EventId event) {
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
                .map((row, context) -> happening(row))
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
        CountedFact counted = happening(row);
        return new RawFact(
                row.getString("device"),
                counted.at(),
                counted.subject(),
                counted.proven(),
                row.getInt("excluded") == 1,
                counted.entry());
    }

    private static CountedFact happening(ResultSet row) throws SQLException {
        boolean proven = row.getObject("proven") == null || row.getBoolean("proven");
        return new CountedFact(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("subject"),
                proven,
                entry(row.getString("body")));
    }

    static JournalEntry entry(String body) {
        try {
            return JournalJson.mapper().readValue(body, JournalEntry.class);
        } catch (JsonProcessingException e) {
            // Without the cause: its text quotes the entry, and the reader of the report did not send it.
            throw new IllegalStateException("A stored journal entry cannot be read.");
        }
    }
}
