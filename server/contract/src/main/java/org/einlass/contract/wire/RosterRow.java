package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * What a device is given of one code, so that it can decide alone: no name, no code, and the badge sealed by
 * the ticket.
 *
 * @param version of the registration; grows with each change
 * @param entitlement absent where the code leads nowhere any more, or is revoked: what was kept of it is to
 *     be removed
 * @param sealedBadge the {@link BadgeOrder} as JSON in UTF-8 under {@link
 *     org.einlass.contract.code.TicketCipher}, in Base64; absent for codes of other systems
 * @param sealedGuest for staffed desks only: the {@link AttendeeCard} as JSON in UTF-8 under the event's
 *     {@link org.einlass.contract.code.DataKey}, in Base64; with one row of a registration, absent in the
 *     others
 * @param revoked true where the code still leads to the registration but was replaced; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RosterRow(
        LookupId code,
        RegistrationId registration,
        long version,
        @Nullable Entitlement entitlement,
        @Nullable String sealedBadge,
        @Nullable String sealedGuest,
        @Nullable Boolean revoked) {

    /** A row for kiosks and doors. */
    public RosterRow(
            LookupId code,
            RegistrationId registration,
            long version,
            @Nullable Entitlement entitlement,
            @Nullable String sealedBadge) {
        this(code, registration, version, entitlement, sealedBadge, null, null);
    }

    /**
     * The row of a code that was replaced: devices refuse it at entrances, and know whom it leads to at
     * exits.
     */
    public static RosterRow ofRevoked(LookupId code, RegistrationId registration, long version) {
        return new RosterRow(code, registration, version, null, null, null, true);
    }

    /** The same row with who it is, for staffed desks. */
    public RosterRow withGuest(String sealed) {
        return new RosterRow(code, registration, version, entitlement, sealedBadge, sealed, revoked);
    }

    /** Whether the code was replaced. */
    public boolean tellsRevoked() {
        return Boolean.TRUE.equals(revoked);
    }
}
