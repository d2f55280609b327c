package org.einlass.server.registration.detail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.server.database.DirectSql;
import org.einlass.server.json.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Details of registrations; those of whom nothing else is kept have no row. */
public final class DetailTable {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String COLUMNS =
            "registration, delegation, accreditation, access_needs, access_consent, staff_hint, answers, phone";
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private DetailTable() {}

    /** The answers of the registration in the row {@code alias}, as {@link #answered} reads them. */
    public static String answersOf(String alias) {
        return "(select d.answers from registration_details d where d.event = " + alias + ".event and d.registration = "
                + alias + ".id)";
    }

    /** The names of the questions that are answered, of what {@link #answersOf} found. */
    public static Set<String> answered(@Nullable String answers) {
        return answers == null ? Set.of() : read(answers).keySet();
    }

    /** The registrations that have answered any question. */
    public static List<String> answering(Handle handle, EventId event) {
        return handle.createQuery(
                        "select registration from registration_details where event = :event and answers <> '{}'")
                .bind("event", event.text())
                .mapTo(String.class)
                .list();
    }

    /** Of one registration. */
    public static RegistrationDetails of(Handle handle, EventId event, RegistrationId id) {
        return DirectSql.first(
                        handle,
                        "select " + COLUMNS + " from registration_details where event = ? and registration = ?",
                        DetailTable::details,
                        event.text(),
                        id.toString())
                .orElse(RegistrationDetails.NONE);
    }

    /** Of some registrations, by id; whoever is missing has none. */
    public static Map<String, RegistrationDetails> all(Handle handle, EventId event, Collection<String> ids) {
        Map<String, RegistrationDetails> found = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                "with asked_for (value) as (select asked.value ->> 0 from <list>) select " + COLUMNS
                        + " from asked_for cross join registration_details"
                        + " where event = ? and registration = asked_for.value",
                row -> found.put(row.getString(1), details(row)),
                ids,
                event.text());
        return found;
    }

    /** Of registrations whose ids lie between two, by id; whoever is missing has none. */
    public static Map<RegistrationId, RegistrationDetails> between(
            Handle handle, EventId event, String first, String last) {
        Map<RegistrationId, RegistrationDetails> found = new HashMap<>();
        handle.createQuery("select " + COLUMNS + """
                         from registration_details
                        where event = :event and registration between :first and :last
                        """)
                .bind("event", event.text())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> found.put(RegistrationId.of(row.getString(1)), details(row)))
                .list();
        return found;
    }

    /** Those of new registrations, by id. */
    public static void insert(Handle handle, EventId event, Map<String, RegistrationDetails> details) {
        DirectSql.each(
                handle,
                "insert into registration_details (event, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                details.entrySet().stream()
                        .map(one -> values(event, one.getKey(), one.getValue()))
                        .toList());
    }

    /** In place of what stood there. */
    public static void put(Handle handle, EventId event, RegistrationId id, RegistrationDetails details) {
        DirectSql.execute(
                handle,
                "delete from registration_details where event = ? and registration = ?",
                event.text(),
                id.toString());
        if (!details.equals(RegistrationDetails.NONE)) {
            insert(handle, event, Map.of(id.toString(), details));
        }
    }

    /** Telephone numbers of an event; whoever has none is missing. */
    public static Map<RegistrationId, String> phones(Handle handle, EventId event) {
        Map<RegistrationId, String> phones = new HashMap<>();
        handle.createQuery("select registration, phone from registration_details where event = :event and phone <> ''")
                .bind("event", event.text())
                .map((row, context) -> phones.put(RegistrationId.of(row.getString(1)), row.getString(2)))
                .list();
        return phones;
    }

    /** Puts the telephone number in place of the one that stood there; empty takes it away. */
    public static void putPhone(Handle handle, EventId event, RegistrationId id, String phone) {
        put(handle, event, id, of(handle, event, id).withPhone(phone));
    }

    private static @Nullable Object[] values(EventId event, String id, RegistrationDetails details) {
        Accreditation accreditation = details.accreditation();
        return new @Nullable Object[] {
            event.text(),
            id,
            details.delegation(),
            accreditation == null ? null : accreditation.name(),
            details.accessNeeds().stream().map(AccessNeed::name).sorted().collect(Collectors.joining(" ")),
            details.accessConsent(),
            details.staffHint(),
            written(details.answers()),
            details.phone()
        };
    }

    private static RegistrationDetails details(ResultSet row) throws SQLException {
        String accreditation = row.getString("accreditation");
        return new RegistrationDetails(
                row.getString("delegation"),
                accreditation == null ? null : Accreditation.valueOf(accreditation),
                needs(row.getString("access_needs")),
                row.getBoolean("access_consent"),
                row.getString("staff_hint"),
                read(row.getString("answers")),
                row.getString("phone"));
    }

    private static Set<AccessNeed> needs(String names) {
        return names.isEmpty()
                ? Set.of()
                : Stream.of(names.split(" ", -1)).map(AccessNeed::valueOf).collect(Collectors.toSet());
    }

    private static String written(Map<String, String> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers could not be written as JSON.", e);
        }
    }

    private static Map<String, String> read(String answers) {
        try {
            return JSON.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that this server wrote cannot be read back.", e);
        }
    }
}
