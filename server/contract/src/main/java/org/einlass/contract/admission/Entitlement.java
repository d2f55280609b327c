package org.einlass.contract.admission;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;

/**
 * What a registration gives a right to, without a word of whom it belongs to.
 *
 * @param days the days of the event it is for; empty for all of them
 * @param bookings the sessions with a booked seat
 */
public record Entitlement(
        RegistrationStatus status,
        CategoryId category,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days,
        Set<SessionId> bookings) {

    public Entitlement {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(Objects.requireNonNullElse(days, Set.of()));
        bookings = Set.copyOf(Objects.requireNonNullElse(bookings, Set.of()));
    }

    /** A right to every day, without booked seats. */
    public Entitlement(RegistrationStatus status, CategoryId category, Set<ProgrammeId> programmes) {
        this(status, category, programmes, Set.of(), Set.of());
    }
}
