package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jdbi.v3.core.Handle;

/** The rows of registrations that desks made or put right, as the facts about them decide. */
public final class DeskRegistrationTable {
    private static final String STATUS = "status";
    private static final String ANSWER = "answer ";
    private static final String COLUMNS = """
            select status, salutation, title, given_name, particle, family_name, function, organisation, department,
                badge_name, pronunciation, photographs
            from registrations where event = :event and id = :id
            """;

    private DeskRegistrationTable() {}

    public static Optional<String> status(Handle handle, EventId event, RegistrationId registration) {
        return handle.createQuery("select status from registrations where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", registration.toString())
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The asked one, or the event's first where nobody knows that one; what was asked is to be clarified
     * then.
     */
    public static Optional<String> category(Handle handle, EventId event, String asked) {
        return handle.createQuery("""
                select id from categories where event = :event
                order by case when id = :asked then 0 else 1 end, position, id limit 1
                """)
                .bind("event", event.text())
                .bind("asked", asked)
                .mapTo(String.class)
                .findOne();
    }

    public static void insert(
            Handle handle, EventId event, JournalEntry.Newcomer newcomer, Attendee attendee, String category) {
        handle.createUpdate("""
                insert into registrations (event, id, status, category, salutation, title, given_name, particle,
                    family_name, function, organisation, department, badge_name, pronunciation, photographs,
                    booking_number, represents, created_at)
                values (:event, :id, 'CONFIRMED', :category, :salutation, :title, :givenName, :particle,
                    :familyName, :function, :organisation, :department, :badgeName, :pronunciation, :photographs,
                    :number, :represents, :at)
                """)
                .bind("event", event.text())
                .bind("id", newcomer.registration().toString())
                .bind("category", category)
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
                .bind("photographs", attendee.photographs())
                .bind("number", freeNumber(handle, event, newcomer.registration()))
                .bind(
                        "represents",
                        newcomer instanceof JournalEntry.Substituted substituted
                                ? substituted.represents().toString()
                                : null)
                .bind("at", newcomer.head().time().wall().toEpochMilli())
                .execute();
    }

    /** From the registration's id, so that the same facts lead to the same number; it admits nobody. */
    private static String freeNumber(Handle handle, EventId event, RegistrationId registration) {
        UUID id = registration.value();
        Random chance = new Random(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
        String number = BookingNumber.next(chance).digits();
        while (isTaken(handle, event, number)) {
            number = BookingNumber.next(chance).digits();
        }
        return number;
    }

    private static boolean isTaken(Handle handle, EventId event, String number) {
        return handle.createQuery("select 1 from registrations where event = :event and booking_number = :number")
                .bind("event", event.text())
                .bind("number", number)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    public static void addProgramme(Handle handle, EventId event, RegistrationId registration, String programme) {
        handle.createUpdate("""
                insert into registration_programmes (event, registration, programme)
                select event, :id, id from programmes where event = :event and id = :programme
                on conflict do nothing
                """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .bind("programme", programme)
                .execute();
    }

    public static void addDay(Handle handle, EventId event, RegistrationId registration, String day) {
        handle.createUpdate("""
                insert into registration_days (event, registration, day) values (:event, :id, :day)
                on conflict do nothing
                """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .bind("day", day)
                .execute();
    }

    /** Sector and booked seats go with the place. */
    public static void takeOver(Handle handle, EventId event, RegistrationId heir, RegistrationId before) {
        handle.createUpdate("""
                update registrations set
                    sector = (select o.sector from registrations o where o.event = :event and o.id = :before),
                    federal_state = (select o.federal_state from registrations o
                        where o.event = :event and o.id = :before)
                where event = :event and id = :heir
                """)
                .bind("event", event.text())
                .bind("heir", heir.toString())
                .bind("before", before.toString())
                .execute();
        handle.createUpdate("""
                insert into bookings (event, session, registration, booked_at)
                select event, session, :heir, booked_at from bookings
                where event = :event and registration = :before
                """)
                .bind("event", event.text())
                .bind("heir", heir.toString())
                .bind("before", before.toString())
                .execute();
    }

    /** Where the answer to a question stands among {@link #current} fields. */
    public static String answerField(String question) {
        return ANSWER + question;
    }

    /** The fields of a registration, with its answers; empty where there is no such registration. */
    public static Map<String, String> current(Handle handle, EventId event, String subject) {
        Map<String, String> fields = handle.createQuery(COLUMNS)
                .bind("event", event.text())
                .bind("id", subject)
                .map((row, context) -> columns(row))
                .findOne()
                .orElse(Map.of());
        if (!fields.isEmpty()) {
            DetailTable.of(handle, event, RegistrationId.of(subject))
                    .answers()
                    .forEach((question, answer) -> fields.put(answerField(question), answer));
        }
        return fields;
    }

    private static Map<String, String> columns(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        columns.put(STATUS, row.getString(STATUS));
        for (AttendeeField field : attendeeFields()) {
            columns.put(column(field), row.getString(column(field)));
        }
        return columns;
    }

    private static List<AttendeeField> attendeeFields() {
        return Arrays.stream(AttendeeField.values())
                .filter(field -> field != AttendeeField.UNRECOGNISED)
                .toList();
    }

    /**
     * Writes one value.
     *
     * @param column one of this class's own, or an {@link #answerField}
     */
    public static void write(Handle handle, EventId event, String subject, String column, String value) {
        if (column.startsWith(ANSWER)) {
            RegistrationId id = RegistrationId.of(subject);
            RegistrationDetails before = DetailTable.of(handle, event, id);
            DetailTable.put(handle, event, id, before.withAnswer(column.substring(ANSWER.length()), value));
            return;
        }
        handle.createUpdate("update registrations set " + column + " = :value where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", subject)
                .bind("value", value)
                .execute();
    }

    public static void raise(Handle handle, EventId event, String subject) {
        handle.createUpdate("update registrations set version = version + 1 where event = :event and id = :id")
                .bind("event", event.text())
                .bind("id", subject)
                .execute();
    }

    private static String column(AttendeeField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
