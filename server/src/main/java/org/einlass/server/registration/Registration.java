package org.einlass.server.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * One attendee's right to attend, as it stands.
 *
 * @param ownKey the organiser's own key of it, where the list had one
 * @param version counted up with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Registration(
        RegistrationId id,
        @Nullable String ownKey,
        BookingNumber bookingNumber,
        RegistrationFields particulars,
        long version) {

    /** The same for readers who are not on duty. */
    public Registration forOthersThanStaff() {
        return new Registration(id, ownKey, bookingNumber, particulars.forOthersThanStaff(), version);
    }
}
