package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the way to a counter, the longest first.
 *
 * @param at the server's time, by which the ages count
 */
public record ExpectedGuests(List<Guest> guests, Instant at) {

    public ExpectedGuests {
        guests = List.copyOf(Objects.requireNonNullElse(guests, List.of()));
    }

    /**
     * One of them.
     *
     * @param scan by which the guest was sent
     * @param registration whose code it was; absent where nobody knows
     * @param kiosk as people call it
     * @param refusal why, where the guest was not let in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Guest(
            EntryId scan,
            @Nullable RegistrationId registration,
            String kiosk,
            SentGuest.Cause cause,
            @Nullable Refusal refusal,
            Instant sentAt) {}
}
