package org.einlass.contract.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.tls.KeyPin;
import org.jspecify.annotations.Nullable;

/**
 * A device's next bearer token. The one before stays valid until this one was used.
 *
 * @param validFor how long from now on, by the device's monotonic clock; a device asks for the next one at half of it
 * @param pins by which keys the server is known from now on, today's first; absent from a server that says nothing of
 *     them, and without HTTPS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenGrant(
        String token, Duration validFor, @Nullable List<KeyPin> pins) {
    /** How many keys a device believes that it is told of. */
    public static final int MOST_PINS = 8;

    public TokenGrant {
        pins = pins == null ? null : List.copyOf(pins);
    }

    /** A grant that says nothing of keys. */
    public TokenGrant(String token, Duration validFor) {
        this(token, validFor, null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "token grant";
    }
}
