package org.einlass.contract.counter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server found for a desk whose own roster is old or not there.
 *
 * @param at when, by the server's clock
 * @param guests the likeliest first
 */
public record FoundGuests(Instant at, List<Guest> guests) {

    public FoundGuests {
        guests = List.copyOf(Objects.requireNonNullElse(guests, List.of()));
    }

    /**
     * One of them.
     *
     * @param badge as it would be printed now; its code checks the guest in
     */
    public record Guest(BadgeOrder badge, RegistrationStatus status) {}

    /**
     * What a desk asks.
     *
     * @param text as it was typed
     * @param most 1 to 20 guests; 20 where it is absent
     */
    public record Query(@Nullable String text, @Nullable Integer most) {

        /** Without the text: it is somebody's name. */
        @Override
        public String toString() {
            return "query";
        }
    }
}
