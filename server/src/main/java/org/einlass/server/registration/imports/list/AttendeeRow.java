package org.einlass.server.registration.imports.list;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jspecify.annotations.Nullable;

/**
 * One person of a registration list, checked.
 *
 * @param line line of the file where the row begins, from 1
 * @param sector null where the list says none
 * @param federalState name of the federal state in German, or what the list says instead, or empty
 * @param days empty for every day
 * @param bookings sessions with a booked seat
 * @param externalCode the other ticket system's code; null where the list has none
 * @param mail address in small letters, or empty
 * @param orderPosition order and place within it, as the other ticket system counts them, or empty
 * @param details what only staff, organisers and the press office are told
 * @param refusesAccessNeeds whether it says in words that there are none, or that none may be kept
 */
public record AttendeeRow(
        long line,
        RowKey key,
        Attendee attendee,
        CategoryId category,
        @Nullable Sector sector,
        String federalState,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days,
        Set<SessionId> bookings,
        RegistrationStatus status,
        @Nullable ExternalCode externalCode,
        String mail,
        String orderPosition,
        RegistrationDetails details,
        boolean refusesAccessNeeds) {

    public AttendeeRow {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(days);
        bookings = Set.copyOf(bookings);
    }

    /** The same person on further days. */
    AttendeeRow alsoOn(Set<LocalDate> further) {
        Set<LocalDate> all = new HashSet<>(days);
        all.addAll(further);
        return onDays(all);
    }

    /** Whether another row says the same of the same person, for other days. */
    boolean isSameOnOtherDays(AttendeeRow other) {
        return !days.isEmpty()
                && !other.days.isEmpty()
                && at(other.line).onDays(other.days).equals(other);
    }

    private AttendeeRow at(long otherLine) {
        return new AttendeeRow(
                otherLine,
                key,
                attendee,
                category,
                sector,
                federalState,
                programmes,
                days,
                bookings,
                status,
                externalCode,
                mail,
                orderPosition,
                details,
                refusesAccessNeeds);
    }

    private AttendeeRow onDays(Set<LocalDate> others) {
        return new AttendeeRow(
                line,
                key,
                attendee,
                category,
                sector,
                federalState,
                programmes,
                others,
                bookings,
                status,
                externalCode,
                mail,
                orderPosition,
                details,
                refusesAccessNeeds);
    }

    /** Whether its person is still to be named. */
    public boolean isUnnamed() {
        return attendee.isUnnamed();
    }

    /** Names the place only, so that no log ever holds a guest. */
    @Override
    public String toString() {
        return "guest of line " + line;
    }
}
