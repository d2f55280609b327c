package org.einlass.server.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.database.DirectSql;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of registrations as they come to be, many at once. */
final class NewRegistrations {
    private static final String INSERT = """
            insert into registrations (event, id, status, category, sector, federal_state, salutation, title, given_name,
                particle, family_name, function, organisation, department, badge_name, pronunciation, photographs,
                own_key, fingerprint, booking_number, created_at, mail, order_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private NewRegistrations() {}

    /** @param ids one for each of {@code people}, in their order */
    static void insert(
            Handle handle,
            EventId event,
            List<RegistrationId> ids,
            List<NewRegistration> people,
            RandomGenerator chance,
            Instant now) {
        List<String> numbers = freeNumbers(handle, event, people.size(), chance);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> programmes = new ArrayList<>();
        List<@Nullable Object[]> days = new ArrayList<>();
        List<@Nullable Object[]> bookings = new ArrayList<>();
        Map<String, RegistrationDetails> details = new LinkedHashMap<>();
        for (int at = 0; at < people.size(); at++) {
            NewRegistration one = people.get(at);
            String id = ids.get(at).toString();
            rows.add(row(event, id, one, numbers.get(at), now));
            if (!one.fields().details().equals(RegistrationDetails.NONE)) {
                details.put(id, one.fields().details());
            }
            one.fields()
                    .programmes()
                    .forEach(programme -> programmes.add(new Object[] {event.text(), id, programme.text()}));
            one.fields().days().forEach(day -> days.add(new Object[] {event.text(), id, day.toString()}));
            one.fields()
                    .bookings()
                    .forEach(session ->
                            bookings.add(new Object[] {event.text(), session.text(), id, now.toEpochMilli()}));
        }
        DirectSql.each(handle, INSERT, rows);
        DirectSql.each(
                handle,
                "insert into registration_programmes (event, registration, programme) values (?, ?, ?)",
                programmes);
        DirectSql.each(handle, "insert into registration_days (event, registration, day) values (?, ?, ?)", days);
        DirectSql.each(
                handle, "insert into bookings (event, session, registration, booked_at) values (?, ?, ?, ?)", bookings);
        DetailTable.insert(handle, event, details);
    }

    private static @Nullable Object[] row(EventId event, String id, NewRegistration one, String number, Instant now) {
        RegistrationFields fields = one.fields();
        Attendee attendee = fields.attendee();
        boolean keyed = one.importKey().kind() == ImportKey.Kind.OWN_KEY;
        return new @Nullable Object[] {
            event.text(),
            id,
            fields.status().name(),
            fields.category().text(),
            fields.sector() == null ? null : fields.sector().name(),
            fields.federalState(),
            attendee.salutation(),
            attendee.title(),
            attendee.givenName(),
            attendee.particle(),
            attendee.familyName(),
            attendee.function(),
            attendee.organisation(),
            attendee.department(),
            attendee.badgeName(),
            attendee.pronunciation(),
            attendee.photographs(),
            keyed ? one.importKey().text() : null,
            keyed ? null : one.importKey().text(),
            number,
            now.toEpochMilli(),
            one.mail().isEmpty() ? null : one.mail(),
            one.orderPosition().isEmpty() ? null : one.orderPosition()
        };
    }

    private static List<String> freeNumbers(Handle handle, EventId event, int count, RandomGenerator chance) {
        Set<String> free = new HashSet<>();
        while (free.size() < count) {
            Set<String> more = new HashSet<>();
            while (free.size() + more.size() < count) {
                String number = BookingNumber.next(chance).digits();
                if (!free.contains(number)) {
                    more.add(number);
                }
            }
            DirectSql.listedTexts(
                            handle,
                            "with asked_for (value) as (select asked.value ->> 0 from <list>) select booking_number"
                                    + " from asked_for cross join registrations"
                                    + " where event = ? and booking_number = asked_for.value",
                            row -> row.getString(1),
                            more,
                            event.text())
                    .forEach(more::remove);
            free.addAll(more);
        }
        return List.copyOf(free);
    }
}
