package org.einlass.contract.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * A device redeems its one-time code.
 *
 * @param commitment to the device's nonce, by {@link ConfirmationCode#commitment}
 */
public record EnrolmentRequest(
        @Nullable String code,
        @Nullable String publicKey,
        @Nullable String commitment) {

    /** Without the code. */
    @Override
    public String toString() {
        return "enrolment request";
    }
}
