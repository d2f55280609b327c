package org.einlass.server.registration.change;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants different about a registration; what is absent stays. The attendee is given as a whole.
 *
 * @param days none means every day
 * @param details as a whole; with another accreditation, the standing is that of the accreditation
 */
public record RegistrationEdit(
        @Nullable RegistrationStatus status,
        @Nullable Attendee attendee,
        @Nullable CategoryId category,
        @Nullable Sector sector,
        @Nullable String federalState,
        @Nullable Set<ProgrammeId> programmes,
        @Nullable Set<LocalDate> days,
        @Nullable Set<SessionId> bookings,
        @Nullable RegistrationDetails details) {

    /** An edit that lets the details be. */
    public RegistrationEdit(
            @Nullable RegistrationStatus status,
            @Nullable Attendee attendee,
            @Nullable CategoryId category,
            @Nullable Sector sector,
            @Nullable String federalState,
            @Nullable Set<ProgrammeId> programmes,
            @Nullable Set<LocalDate> days,
            @Nullable Set<SessionId> bookings) {
        this(status, attendee, category, sector, federalState, programmes, days, bookings, null);
    }

    /** Only other details. */
    public static RegistrationEdit ofDetails(RegistrationDetails details) {
        return new RegistrationEdit(null, null, null, null, null, null, null, null, details);
    }

    /** Only another standing. */
    public static RegistrationEdit ofStatus(RegistrationStatus status) {
        return new RegistrationEdit(status, null, null, null, null, null, null, null);
    }

    /** Only another category. */
    public static RegistrationEdit ofCategory(CategoryId category) {
        return new RegistrationEdit(null, null, category, null, null, null, null, null);
    }

    /** Back to the standing and the category of before. */
    static RegistrationEdit backTo(RegistrationFields before) {
        return new RegistrationEdit(before.status(), null, before.category(), null, null, null, null, null);
    }

    /** Only another person. */
    public static RegistrationEdit ofAttendee(Attendee attendee) {
        return new RegistrationEdit(null, attendee, null, null, null, null, null, null);
    }

    RegistrationFields over(RegistrationFields before) {
        return new RegistrationFields(
                standing(before),
                Objects.requireNonNullElse(attendee, before.attendee()),
                Objects.requireNonNullElse(category, before.category()),
                sector == null ? before.sector() : sector,
                Objects.requireNonNullElse(federalState, before.federalState()),
                Objects.requireNonNullElse(programmes, before.programmes()),
                Objects.requireNonNullElse(days, before.days()),
                Objects.requireNonNullElse(bookings, before.bookings()),
                Objects.requireNonNullElse(details, before.details()));
    }

    private RegistrationStatus standing(RegistrationFields before) {
        if (status != null) {
            return status;
        }
        Accreditation accreditation = details == null ? null : details.accreditation();
        return accreditation == null || accreditation == before.details().accreditation()
                ? before.status()
                : accreditation.status();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "edit of a registration";
    }
}
