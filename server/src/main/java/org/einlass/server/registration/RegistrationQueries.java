package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Many registrations in few queries. */
public final class RegistrationQueries {
    private static final String ASKED = "with asked_for (value) as (select asked.value ->> 0 from <list>) ";

    private static final String NAMED = """
             where event = :event and merged_into is null and status = 'CONFIRMED'
                and (family_name <> '' or badge_name <> '') and (category = :category or :all)
            """;

    private RegistrationQueries() {}

    /** By what lists know a person besides the name and the own key: kind and value. */
    public static Map<String, String> contacts(Handle handle, EventId event, RegistrationId id) {
        Map<String, String> contacts = new TreeMap<>();
        handle.createQuery("select mail, order_position from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> {
                    put(contacts, "mail", row.getString(1));
                    put(contacts, "orderPosition", row.getString(2));
                    return id;
                })
                .list();
        return contacts;
    }

    private static void put(Map<String, String> contacts, String kind, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            contacts.put(kind, value);
        }
    }

    /** The next ids of an event's registrations behind one, in their order; an empty text begins. */
    public static List<RegistrationId> idsAfter(Handle handle, EventId event, String after, int most) {
        return handle.createQuery(
                        "select id from registrations where event = :event and id > :after order by id limit :most")
                .bind("event", event.text())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> RegistrationId.of(row.getString("id")))
                .list();
    }

    /**
     * Those who may come and have a name, or a badge that shows a role, the longest name first.
     *
     * @param category empty for all
     * @param from how many are passed over
     */
    public static List<RegistrationId> longestNames(Handle handle, EventId event, String category, int from, int most) {
        return named(handle, "select id from registrations" + NAMED + """
                        order by length(case when badge_name <> '' then badge_name
                            else title || given_name || particle || family_name end) desc, id
                        limit :most offset :from
                        """, event, category)
                .bind("most", most)
                .bind("from", from)
                .map((row, context) -> RegistrationId.of(row.getString("id")))
                .list();
    }

    /** How many {@link #longestNames} has in all. */
    public static int countNamed(Handle handle, EventId event, String category) {
        return named(handle, "select count(*) from registrations" + NAMED, event, category)
                .mapTo(Integer.class)
                .one();
    }

    /** The organisations of those who may come and have a name, as they are written, in no order. */
    public static List<String> organisationsOfNamed(Handle handle, EventId event) {
        return named(handle, "select distinct organisation from registrations" + NAMED, event, "")
                .mapTo(String.class)
                .list();
    }

    private static Query named(Handle handle, String sql, EventId event, String category) {
        return handle.createQuery(sql)
                .bind("event", event.text())
                .bind("category", category)
                .bind("all", category.isEmpty());
    }

    /** Some registrations by id; what is not there is left out. */
    public static Map<RegistrationId, Registration> findAll(
            Handle handle, EventId event, Collection<RegistrationId> ids) {
        List<String> texts = ids.stream().map(RegistrationId::toString).toList();
        Map<String, Set<ProgrammeId>> programmes =
                sets(handle, event, texts, "programme", "registration_programmes", ProgrammeId::new);
        Map<String, Set<LocalDate>> days = sets(handle, event, texts, "day", "registration_days", LocalDate::parse);
        Map<String, Set<SessionId>> bookings = sets(handle, event, texts, "session", "bookings", SessionId::new);
        Map<String, RegistrationDetails> details = DetailTable.all(handle, event, texts);
        return DirectSql.listedTexts(
                        handle,
                        ASKED + RegistrationTable.COLUMNS
                                + " from asked_for cross join registrations where event = ? and id = asked_for.value",
                        row -> {
                            String id = row.getString("id");
                            return RegistrationTable.registration(
                                    row,
                                    programmes.getOrDefault(id, Set.of()),
                                    days.getOrDefault(id, Set.of()),
                                    bookings.getOrDefault(id, Set.of()),
                                    details.getOrDefault(id, RegistrationDetails.NONE));
                        },
                        texts,
                        event.text())
                .stream()
                .collect(Collectors.toMap(Registration::id, Function.identity(), (same, again) -> same));
    }

    /** Whom the organiser knows by these keys. */
    public static Map<String, RegistrationId> withKeys(Handle handle, EventId event, Collection<String> keys) {
        Map<String, RegistrationId> found = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                ASKED + "select own_key, id from asked_for cross join registrations"
                        + " where event = ? and own_key = asked_for.value",
                row -> found.put(row.getString(1), RegistrationId.of(row.getString(2))),
                keys,
                event.text());
        return found;
    }

    /** Versions of some registrations as they stand now. */
    public static Map<RegistrationId, Long> versions(Handle handle, EventId event, Collection<RegistrationId> ids) {
        Map<RegistrationId, Long> versions = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                ASKED + "select id, version from asked_for cross join registrations"
                        + " where event = ? and id = asked_for.value",
                row -> versions.put(RegistrationId.of(row.getString(1)), row.getLong(2)),
                ids.stream().map(RegistrationId::toString).toList(),
                event.text());
        return versions;
    }

    private static <T> Map<String, Set<T>> sets(
            Handle handle, EventId event, List<String> ids, String column, String table, Function<String, T> reading) {
        Map<String, Set<T>> sets = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                ASKED + "select t.registration, t." + column + " from asked_for cross join " + table
                        + " t where t.event = ? and t.registration = asked_for.value",
                row -> add(sets, row, reading),
                ids,
                event.text());
        return sets;
    }

    private static <T> boolean add(Map<String, Set<T>> sets, ResultSet row, Function<String, T> reading)
            throws SQLException {
        return sets.computeIfAbsent(row.getString(1), none -> new HashSet<>()).add(reading.apply(row.getString(2)));
    }
}
