package org.einlass.server.registration.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.SearchEntry;
import org.einlass.server.database.DirectSql;
import org.einlass.server.registration.Attendees;
import org.jdbi.v3.core.Handle;

/** What registrations are found by, and what is shown of those that were found. */
public final class SearchQueries {
    private static final String ENTRY = "select r.id, r.mail, r.booking_number, " + Attendees.columns("r");
    private static final int FIRST_OF_ENTRY = 4;
    private static final String FOUND =
            "select r.id, r.status, r.category, r.booking_number, " + Attendees.columns("r");
    private static final int FIRST_OF_FOUND = 5;

    /** What codes lead to: a merged twin's to the one that remained. */
    private static final String CODES = """
            select coalesce(r.merged_into, r.id), c.lookup from registrations r
            join codes c on c.event = r.event and c.registration = r.id
            where r.event = :event and r.id between :first and :last
            """;

    private SearchQueries() {}

    /**
     * The next registrations in the order of ids, without merged twins, whose codes stand with the one that
     * remained.
     *
     * @param after the last id of those before, or empty
     */
    public static List<SearchEntry<Boolean>> page(Handle handle, EventId event, String after, int most) {
        List<Row> rows = handle.createQuery(ENTRY + """
                         from registrations r
                        where r.event = :event and r.id > :after and r.merged_into is null order by r.id limit :most
                        """)
                .bind("event", event.text())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<RegistrationId, Set<LookupId>> codes = new HashMap<>();
        handle.createQuery(CODES)
                .bind("event", event.text())
                .bind("first", rows.get(0).entry().id().toString())
                .bind("last", rows.get(rows.size() - 1).entry().id().toString())
                .map((row, context) -> note(codes, row))
                .list();
        return rows.stream().map(row -> row.with(codes)).toList();
    }

    /** The same for some registrations; what is not there, or was merged, is left out. */
    public static List<SearchEntry<Boolean>> of(Handle handle, EventId event, Collection<RegistrationId> ids) {
        List<String> texts = ids.stream().map(RegistrationId::toString).toList();
        Map<RegistrationId, Set<LookupId>> codes = new HashMap<>();
        DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select coalesce(r.merged_into, r.id), c.lookup from ids
                cross join registrations r join codes c on c.event = r.event and c.registration = r.id
                where r.event = ? and (r.id = ids.id or r.merged_into = ids.id)
                """, row -> note(codes, row), texts, event.text());
        return DirectSql.listedTexts(
                        handle,
                        "with ids (id) as (select asked.value ->> 0 from <list>) " + ENTRY
                                + " from ids cross join registrations r"
                                + " where r.event = ? and r.id = ids.id and r.merged_into is null",
                        SearchQueries::row,
                        texts,
                        event.text())
                .stream()
                .map(row -> row.with(codes))
                .toList();
    }

    /** What is shown of registrations that were found, in no order. */
    public static List<FoundPerson> found(Handle handle, EventId event, Collection<RegistrationId> ids) {
        return DirectSql.listedTexts(
                handle,
                "with ids (id) as (select asked.value ->> 0 from <list>) " + FOUND
                        + " from ids cross join registrations r where r.event = ? and r.id = ids.id",
                SearchQueries::found,
                ids.stream().map(RegistrationId::toString).toList(),
                event.text());
    }

    private static FoundPerson found(ResultSet row) throws SQLException {
        return new FoundPerson(
                RegistrationId.of(row.getString(1)),
                RegistrationStatus.valueOf(row.getString(2)),
                new CategoryId(row.getString(3)),
                new BookingNumber(row.getString(4)),
                Attendees.of(row, FIRST_OF_FOUND));
    }

    private record Row(SearchEntry<Boolean> entry) {
        SearchEntry<Boolean> with(Map<RegistrationId, Set<LookupId>> codes) {
            return new SearchEntry<>(
                    entry.id(),
                    entry.attendee(),
                    entry.mail(),
                    entry.bookingNumber(),
                    codes.getOrDefault(entry.id(), Set.of()),
                    true);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new SearchEntry<>(
                RegistrationId.of(row.getString(1)),
                Attendees.of(row, FIRST_OF_ENTRY),
                Objects.requireNonNullElse(row.getString(2), ""),
                new BookingNumber(row.getString(3)),
                Set.of(),
                true));
    }

    private static boolean note(Map<RegistrationId, Set<LookupId>> codes, ResultSet row) throws SQLException {
        return codes.computeIfAbsent(RegistrationId.of(row.getString(1)), none -> new HashSet<>())
                .add(new LookupId(row.getString(2)));
    }
}
