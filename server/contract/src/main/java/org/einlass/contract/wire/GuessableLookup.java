package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.grade.CodeGrade;
import org.jspecify.annotations.Nullable;

/**
 * How codes that can be guessed stand in the roster of an event.
 *
 * @param secret absent on every disk, and so after a restart until the server is reached
 * @param anyLong whether long codes are among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuessableLookup(@Nullable EventSecret secret, boolean anyLong) {

    /** What the roster knows a guessable code by; empty for codes of ours, and without the secret. */
    Optional<LookupId> id(PresentedCode code) {
        return secret != null && code instanceof ExternalCode external
                ? Optional.of(secret.lookupId(external))
                : Optional.empty();
    }

    /** Whether the roster may hold {@code code} without this device being able to see it. */
    boolean mayHide(PresentedCode code) {
        return secret == null
                && code instanceof ExternalCode external
                && (anyLong || CodeGrade.of(external) == CodeGrade.GUESSABLE);
    }

    GuessableLookup withoutSecret() {
        return new GuessableLookup(null, anyLong);
    }
}
