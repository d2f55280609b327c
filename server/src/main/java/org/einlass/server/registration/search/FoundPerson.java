package org.einlass.server.registration.search;

import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;

/** A registration that was searched for, as far as it tells two people apart. */
public record FoundPerson(
        RegistrationId registration,
        RegistrationStatus status,
        CategoryId category,
        BookingNumber bookingNumber,
        Attendee attendee) {

    /** Without the person. */
    @Override
    public String toString() {
        return "registration " + registration;
    }
}
