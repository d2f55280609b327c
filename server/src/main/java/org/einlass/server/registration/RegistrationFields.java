package org.einlass.server.registration;

import java.time.LocalDate;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of a registration: the person, the standing, and what it gives a right to.
 *
 * @param federalState empty where nobody said
 * @param days none means every day
 * @param bookings sessions with a booked seat
 */
public record RegistrationFields(
        RegistrationStatus status,
        Attendee attendee,
        CategoryId category,
        @Nullable Sector sector,
        String federalState,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days,
        Set<SessionId> bookings) {

    public RegistrationFields {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(days);
        bookings = Set.copyOf(bookings);
    }

    /** The sessions in which it takes a seat: whoever does not come, or waits, takes none. */
    public Set<SessionId> seats() {
        boolean comes = status == RegistrationStatus.CONFIRMED || status == RegistrationStatus.BLOCKED;
        return comes ? bookings : Set.of();
    }

    /** The same with another standing. */
    public RegistrationFields withStatus(RegistrationStatus other) {
        return new RegistrationFields(other, attendee, category, sector, federalState, programmes, days, bookings);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return status + " registration of category " + category;
    }
}
