package org.einlass.server.registration;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of a registration: the person, the standing, and what it gives a right to.
 *
 * @param federalState empty where nobody said
 * @param days none means every day
 * @param bookings sessions with a booked seat
 * @param details what only staff, organisers and the press office are told
 */
public record RegistrationFields(
        RegistrationStatus status,
        Attendee attendee,
        CategoryId category,
        @Nullable Sector sector,
        String federalState,
        Set<ProgrammeId> programmes,
        Set<LocalDate> days,
        Set<SessionId> bookings,
        RegistrationDetails details) {

    public RegistrationFields {
        programmes = Set.copyOf(programmes);
        days = Set.copyOf(days);
        bookings = Set.copyOf(bookings);
        details = Objects.requireNonNullElse(details, RegistrationDetails.NONE);
    }

    /** Of somebody of whom nothing else is kept. */
    public RegistrationFields(
            RegistrationStatus status,
            Attendee attendee,
            CategoryId category,
            @Nullable Sector sector,
            String federalState,
            Set<ProgrammeId> programmes,
            Set<LocalDate> days,
            Set<SessionId> bookings) {
        this(status, attendee, category, sector, federalState, programmes, days, bookings, RegistrationDetails.NONE);
    }

    /** The sessions in which it takes a seat: whoever does not come, or waits, takes none. */
    public Set<SessionId> seats() {
        boolean comes = status == RegistrationStatus.CONFIRMED || status == RegistrationStatus.BLOCKED;
        return comes ? bookings : Set.of();
    }

    /** The same with another standing. */
    public RegistrationFields withStatus(RegistrationStatus other) {
        return new RegistrationFields(
                other, attendee, category, sector, federalState, programmes, days, bookings, details);
    }

    /** The same with other seats. */
    public RegistrationFields withBookings(Set<SessionId> others) {
        return with(programmes, days, others, details);
    }

    /** The same with the programmes, days, seats and details of another registration of the person. */
    public RegistrationFields with(RegistrationFields other) {
        boolean everyDay = days.isEmpty() || other.days.isEmpty();
        return with(
                        union(programmes, other.programmes),
                        everyDay ? Set.of() : union(days, other.days),
                        union(bookings, other.bookings),
                        details.with(other.details))
                .withRefusedPhotographs(other);
    }

    /** The same without photographs, where another registration of the person refuses them. */
    public RegistrationFields withRefusedPhotographs(RegistrationFields other) {
        if (other.attendee.photoConsent() != PhotoConsent.NO) {
            return this;
        }
        Attendee refusing = new Attendee(
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
                PhotoConsent.NO.text());
        return new RegistrationFields(
                status, refusing, category, sector, federalState, programmes, days, bookings, details);
    }

    private RegistrationFields with(
            Set<ProgrammeId> some, Set<LocalDate> when, Set<SessionId> seats, RegistrationDetails known) {
        return new RegistrationFields(status, attendee, category, sector, federalState, some, when, seats, known);
    }

    /** The same without what the person did not agree to have told. */
    public RegistrationFields withoutAccessNeeds() {
        return withDetails(details.withoutAccessNeeds());
    }

    /** The same for readers who are not on duty: without access needs and telephone number. */
    public RegistrationFields forOthersThanStaff() {
        return withDetails(details.withoutAccessNeeds().withPhone(""));
    }

    /** The same with other details. */
    public RegistrationFields withDetails(RegistrationDetails others) {
        return with(programmes, days, bookings, others);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Without the person. */
    @Override
    public String toString() {
        return status + " registration of category " + category;
    }
}
