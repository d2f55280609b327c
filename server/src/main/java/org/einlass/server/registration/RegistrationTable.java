package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Registrations as they stand in the tables, on the caller's handle. */
public final class RegistrationTable {
    static final String COLUMNS = "select id, status, category, sector, federal_state, own_key, booking_number,"
            + " version, " + Attendees.COLUMNS;
    private static final int FIRST_OF_ATTENDEE = 9;

    private RegistrationTable() {}

    public static Optional<Registration> find(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery(COLUMNS + " from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> registration(handle, event, row))
                .findOne();
    }

    /** Whose booking number it is. */
    public static Optional<Registration> ofBookingNumber(Handle handle, EventId event, BookingNumber number) {
        return handle.createQuery(COLUMNS + " from registrations where event = :event and booking_number = :number")
                .bind("event", event.text())
                .bind("number", number.digits())
                .map((row, context) -> registration(handle, event, row))
                .findOne();
    }

    /**
     * Everybody of an event, as far as a list can name them; also those who were merged into others, because the
     * list that they came with names them again.
     *
     * @return with the external codes that lead to each, by look-up id
     */
    public static List<KnownPerson> known(Handle handle, EventId event) {
        Map<RegistrationId, Set<String>> codes = ExternalCodes.all(handle, event);
        return handle.createQuery("""
                        select id, own_key, fingerprint, status, mail, order_position, given_name, particle, family_name,
                            organisation, merged_into
                        from registrations where event = :event order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> known(row, codes))
                .list();
    }

    private static KnownPerson known(ResultSet row, Map<RegistrationId, Set<String>> codes) throws SQLException {
        RegistrationId id = RegistrationId.of(row.getString("id"));
        String mergedInto = row.getString("merged_into");
        return new KnownPerson(
                id,
                row.getString("own_key"),
                row.getString("fingerprint"),
                RegistrationStatus.valueOf(row.getString("status")),
                Objects.requireNonNullElse(row.getString("mail"), ""),
                Objects.requireNonNullElse(row.getString("order_position"), ""),
                row.getString("given_name"),
                (row.getString("particle") + " " + row.getString("family_name")).strip(),
                row.getString("organisation"),
                codes.getOrDefault(id, Set.of()),
                mergedInto == null ? null : RegistrationId.of(mergedInto));
    }

    /** Everybody of an event as a line, in the order of ids. */
    static List<RegistrationMatches.Line> lines(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, status, category, given_name, particle, family_name, organisation
                        from registrations where event = :event and merged_into is null
                        order by id
                        """)
                .bind("event", event.text())
                .map((row, context) -> line(row))
                .list();
    }

    /** Places without a family name that are not cancelled, by organisation. */
    static List<RegistrationMatches.Line> unnamed(Handle handle, EventId event) {
        return handle.createQuery("""
                        select id, status, category, given_name, particle, family_name, organisation
                        from registrations
                        where event = :event and merged_into is null and family_name = ''
                            and status in ('CONFIRMED', 'WAITLISTED')
                        order by organisation, id
                        """)
                .bind("event", event.text())
                .map((row, context) -> line(row))
                .list();
    }

    private static RegistrationMatches.Line line(ResultSet row) throws SQLException {
        return new RegistrationMatches.Line(
                RegistrationId.of(row.getString("id")),
                RegistrationStatus.valueOf(row.getString("status")),
                new CategoryId(row.getString("category")),
                (row.getString("particle") + " " + row.getString("family_name")).strip(),
                row.getString("given_name"),
                row.getString("organisation"));
    }

    /** How many there are, without those that were merged into others. */
    static int count(Handle handle, EventId event) {
        return handle.createQuery("select count(*) from registrations where event = :event and merged_into is null")
                .bind("event", event.text())
                .mapTo(Integer.class)
                .one();
    }

    public static long version(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery("select version from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .mapTo(Long.class)
                .one();
    }

    /**
     * One page, in the order of ids, without those that were merged into others.
     *
     * @param after the last id of the page before, or empty for the first page
     * @param key only the registration with this key of the organiser's; absent for all
     */
    public static List<Registration> page(Handle handle, EventId event, String after, @Nullable String key, int most) {
        String filter = key == null ? " and merged_into is null" : " and own_key = :key";
        var query = handle.createQuery(COLUMNS + " from registrations where event = :event and id > :after" + filter
                        + " order by id limit :most")
                .bind("event", event.text())
                .bind("after", after)
                .bind("most", most);
        return (key == null ? query : query.bind("key", key))
                .map((row, context) -> registration(handle, event, row))
                .list();
    }

    /** Notes whom a registration represents. */
    public static void represent(Handle handle, EventId event, RegistrationId id, RegistrationId represented) {
        handle.createUpdate("update registrations set represents = :other where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .bind("other", represented.toString())
                .execute();
    }

    /** Whom a registration represents. */
    public static Optional<RegistrationId> represented(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery("""
                        select represents from registrations
                        where event = :event and id = :id and represents is not null
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> RegistrationId.of(row.getString("represents")))
                .findOne();
    }

    /** Whether any registration represents this one. */
    public static boolean isRepresented(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery("select 1 from registrations where event = :event and represents = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    static void update(
            Handle handle, EventId event, RegistrationId id, RegistrationFields registrationFields, Instant now) {
        bind(handle.createUpdate("""
                                update registrations
                                set status = :status, category = :category, sector = :sector,
                                    federal_state = :federalState, salutation = :salutation, title = :title,
                                    given_name = :givenName, particle = :particle, family_name = :familyName,
                                    function = :function, organisation = :organisation, department = :department,
                                    badge_name = :badgeName, pronunciation = :pronunciation, photographs = :photographs,
                                    version = version + 1
                                where event = :event and id = :id
                                """), event, id, registrationFields).execute();
        putSets(handle, event, id, registrationFields);
        BookingTable.put(handle, event, id, registrationFields.bookings(), now);
        DetailTable.put(handle, event, id, registrationFields.details());
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, EventId event, RegistrationId id, RegistrationFields registrationFields) {
        Attendee attendee = registrationFields.attendee();
        Sector sector = registrationFields.sector();
        return statement
                .bind("event", event.text())
                .bind("id", id.toString())
                .bind("status", registrationFields.status().name())
                .bind("category", registrationFields.category().text())
                .bind("sector", sector == null ? null : sector.name())
                .bind("federalState", registrationFields.federalState())
                .bind("salutation", attendee.salutation())
                .bind("title", attendee.title())
                .bind("givenName", attendee.givenName())
                .bind("particle", attendee.particle())
                .bind("familyName", attendee.familyName())
                .bind("function", attendee.function())
                .bind("organisation", attendee.organisation())
                .bind("department", attendee.department())
                .bind("badgeName", attendee.badgeName())
                .bind("pronunciation", attendee.pronunciation())
                .bind("photographs", attendee.photographs());
    }

    private static void putSets(
            Handle handle, EventId event, RegistrationId id, RegistrationFields registrationFields) {
        clear(handle, "delete from registration_programmes where event = :event and registration = :id", event, id);
        clear(handle, "delete from registration_days where event = :event and registration = :id", event, id);
        for (ProgrammeId programme : registrationFields.programmes()) {
            add(handle, """
                    insert into registration_programmes (event, registration, programme)
                    values (:event, :id, :value)
                    """, event, id, programme.text());
        }
        for (LocalDate day : registrationFields.days()) {
            add(
                    handle,
                    "insert into registration_days (event, registration, day) values (:event, :id, :value)",
                    event,
                    id,
                    day.toString());
        }
    }

    private static void clear(Handle handle, String statement, EventId event, RegistrationId id) {
        handle.createUpdate(statement)
                .bind("event", event.text())
                .bind("id", id.toString())
                .execute();
    }

    private static void add(Handle handle, String statement, EventId event, RegistrationId id, String value) {
        handle.createUpdate(statement)
                .bind("event", event.text())
                .bind("id", id.toString())
                .bind("value", value)
                .execute();
    }

    /** Those whose codes lead to {@code id} since somebody merged them. */
    static List<RegistrationId> mergedInto(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery("select id from registrations where event = :event and merged_into = :id order by id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> RegistrationId.of(row.getString("id")))
                .list();
    }

    /** Its codes lead to another registration from now on, or to itself again. */
    static void merge(Handle handle, EventId event, RegistrationId id, @Nullable RegistrationId into) {
        handle.createUpdate("""
                        update registrations set merged_into = :into, version = version + 1
                        where event = :event and id = :id
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .bind("into", into == null ? null : into.toString())
                .execute();
    }

    /** With its codes, bookings, days and programmes. */
    static void remove(Handle handle, EventId event, RegistrationId id) {
        handle.createUpdate("delete from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .execute();
    }

    private static Registration registration(Handle handle, EventId event, ResultSet row) throws SQLException {
        RegistrationId id = RegistrationId.of(row.getString("id"));
        return registration(
                row,
                programmes(handle, event, id),
                days(handle, event, id),
                BookingTable.of(handle, event, id),
                DetailTable.of(handle, event, id));
    }

    /** The registration of a row that has {@link #COLUMNS}. */
    static Registration registration(
            ResultSet row,
            Set<ProgrammeId> programmes,
            Set<LocalDate> days,
            Set<SessionId> bookings,
            RegistrationDetails details)
            throws SQLException {
        String sector = row.getString("sector");
        String federalState = row.getString("federal_state");
        RegistrationFields registrationFields = new RegistrationFields(
                RegistrationStatus.valueOf(row.getString("status")),
                Attendees.of(row, FIRST_OF_ATTENDEE),
                new CategoryId(row.getString("category")),
                sector == null ? null : Sector.valueOf(sector),
                federalState == null ? "" : federalState,
                programmes,
                days,
                bookings,
                details);
        return new Registration(
                RegistrationId.of(row.getString("id")),
                row.getString("own_key"),
                new BookingNumber(row.getString("booking_number")),
                registrationFields,
                row.getLong("version"));
    }

    private static Set<ProgrammeId> programmes(Handle handle, EventId event, RegistrationId id) {
        return new HashSet<>(handle.createQuery(
                        "select programme from registration_programmes where event = :event and registration = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> new ProgrammeId(row.getString("programme")))
                .list());
    }

    private static Set<LocalDate> days(Handle handle, EventId event, RegistrationId id) {
        return new HashSet<>(
                handle.createQuery("select day from registration_days where event = :event and registration = :id")
                        .bind("event", event.text())
                        .bind("id", id.toString())
                        .map((row, context) -> LocalDate.parse(row.getString("day")))
                        .list());
    }
}
