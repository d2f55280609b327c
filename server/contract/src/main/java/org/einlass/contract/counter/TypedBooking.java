package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a guest without a code types at a kiosk.
 *
 * @param number booking number, as it was typed
 * @param familyName as it was typed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TypedBooking(
        @Nullable String number, @Nullable String familyName) {
    /** The longest text of each that is taken. */
    public static final int LONGEST = 200;

    /** Without the guest. */
    @Override
    public String toString() {
        return "typed booking";
    }

    /**
     * The ticket of a right pair.
     *
     * @param code absent where the guest goes to a counter, whatever the reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ticket(@Nullable String code) {
        /** Without the code. */
        @Override
        public String toString() {
            return "ticket";
        }
    }
}
