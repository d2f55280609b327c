package org.einlass.contract.enrolment;

import java.time.Duration;

/**
 * A device's next bearer token. The one before stays valid until this one was used.
 *
 * @param validFor how long from now on, by the device's monotonic clock; a device asks for the next one at half of it
 */
public record TokenGrant(String token, Duration validFor) {

    /** Without the token. */
    @Override
    public String toString() {
        return "token grant";
    }
}
