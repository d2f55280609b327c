package org.einlass.contract.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * A device proves that it holds its key.
 *
 * @param signature of a {@link TokenChallenge}
 * @param token the last one that it was given; absent the first time
 */
public record TokenRequest(
        @Nullable String nonce,
        @Nullable String signature,
        @Nullable String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "token request";
    }
}
