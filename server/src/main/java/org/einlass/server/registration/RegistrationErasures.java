package org.einlass.server.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;

/**
 * Erases what the tables of registrations hold of people. Of somebody who was at a door a row stays for the figures: its
 * id, category, sector and programmes, without anything by which it could be told whose it was.
 */
public final class RegistrationErasures {
    private final CodeTable codeTable;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public RegistrationErasures(CodeTable codeTable, RandomGenerator chance) {
        this.codeTable = codeTable;
        this.chance = chance;
    }

    /**
     * What was taken out for one person.
     *
     * @param registrations of the person: the one that was named, and those merged into it
     * @param lookups look-up ids of all their codes
     */
    public record Erased(Set<String> registrations, Set<String> lookups) {

        public Erased {
            registrations = Set.copyOf(registrations);
            lookups = Set.copyOf(lookups);
        }
    }

    /**
     * Erases one person; devices are told to forget the codes.
     *
     * @param counted whether figures are made of something that the person did
     */
    public Erased person(
            Transaction transaction, EventId event, RegistrationId registration, boolean counted, Instant now) {
        Handle handle = transaction.handle();
        long version = RegistrationTable.version(handle, event, registration) + 1;
        List<RegistrationId> own = together(handle, event, registration);
        Set<String> lookups = new TreeSet<>();
        Set<String> registrations = new TreeSet<>();
        for (RegistrationId one : own) {
            for (CodeTable.Given code : codeTable.given(handle, event, RegistrationRange.of(one))) {
                lookups.add(code.lookup().hex());
                transaction.changed(
                        event,
                        RegistrationIssuer.LOST_CODE,
                        code.lookup() + " " + registration + " " + code.onDevices(),
                        version);
            }
            registrations.add(one.toString());
            ErasedRegistrations.add(handle, event, one.toString(), now);
            if (counted) {
                makeNameless(handle, event, one);
            } else {
                RegistrationTable.remove(handle, event, one);
            }
        }
        transaction.changed(event, "registration", registration.toString(), version);
        return new Erased(registrations, lookups);
    }

    private void makeNameless(Handle handle, EventId event, RegistrationId id) {
        for (String table : List.of(
                "codes",
                "bookings",
                "registration_days",
                "registration_details",
                "registration_changes",
                "import_rows")) {
            delete(handle, table, event, id);
        }
        handle.createUpdate("""
                        delete from distinct_registrations
                        where event = :event and (registration = :id or other = :id)
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .execute();
        handle.createUpdate("""
                        update registrations set status = 'CANCELLED', salutation = '', title = '', given_name = '',
                            particle = '', family_name = '', function = '', organisation = '', department = '',
                            badge_name = '', pronunciation = '', photographs = '', own_key = null, fingerprint = null, mail = null,
                            order_position = null, represents = null, booking_number = :number,
                            version = version + 1
                        where event = :event and id = :id
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .bind("number", freeNumber(handle, event))
                .execute();
    }

    private String freeNumber(Handle handle, EventId event) {
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

    private static void delete(Handle handle, String table, EventId event, RegistrationId id) {
        handle.createUpdate("delete from " + table + " where event = :event and registration = :id")
                .bind("event", event.text())
                .bind("id", id.toString())
                .execute();
    }

    /** The registration that one was merged into, or itself. */
    public static RegistrationId remaining(Handle handle, EventId event, RegistrationId id) {
        return handle.createQuery("""
                        select merged_into from registrations
                        where event = :event and id = :id and merged_into is not null
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> RegistrationId.of(row.getString(1)))
                .findOne()
                .orElse(id);
    }

    /** Those whose codes lead to the registration, itself among them. */
    public static List<RegistrationId> together(Handle handle, EventId event, RegistrationId id) {
        List<RegistrationId> own = new ArrayList<>(RegistrationTable.mergedInto(handle, event, id));
        own.add(id);
        return own;
    }

    /** Erases all people of an event, with codes and imports. @return rows by table */
    public static Map<String, Integer> event(Handle handle, EventId event, Instant now) {
        handle.createUpdate("""
                        insert into erased_registrations (event, registration, erased_at)
                        select event, id, :now from registrations where event = :event
                        on conflict (event, registration) do nothing
                        """)
                .bind("event", event.text())
                .bind("now", now.toEpochMilli())
                .execute();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "distinct_registrations",
                "codes",
                "import_rows",
                "imports",
                "import_profiles",
                "registration_changes",
                "registration_details",
                "contingents",
                "registrations")) {
            rows.put(
                    table,
                    handle.createUpdate("delete from " + table + " where event = :event")
                            .bind("event", event.text())
                            .execute());
        }
        return rows;
    }
}
