package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * What a device is given of one code, so that it can decide alone: no name, no code, and the badge sealed by the ticket.
 *
 * @param version of the registration; grows with each change
 * @param entitlement absent where the code leads nowhere any more: the row is to be removed
 * @param sealedBadge the {@link BadgeOrder} as JSON in UTF-8 under {@link org.einlass.contract.code.TicketSeal}, in
 *     Base64; absent for codes of other systems
 * @param sealedGuest for staffed desks only: the {@link AttendeeCard} as JSON in UTF-8 under the event's
 *     {@link org.einlass.contract.code.DataKey}, in Base64; with one row of a registration, absent in the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RosterRow(
        LookupId code,
        RegistrationId registration,
        long version,
        @Nullable Entitlement entitlement,
        @Nullable String sealedBadge,
        @Nullable String sealedGuest) {

    /** A row for kiosks and doors. */
    public RosterRow(
            LookupId code,
            RegistrationId registration,
            long version,
            @Nullable Entitlement entitlement,
            @Nullable String sealedBadge) {
        this(code, registration, version, entitlement, sealedBadge, null);
    }
}
