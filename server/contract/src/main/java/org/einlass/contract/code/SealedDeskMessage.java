package org.einlass.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A letter that only the event's server can open, in Base64: 32 bytes of the writer's one-time public key,
 * then ciphertext and tag. Whoever wrote it cannot read it again.
 */
public record SealedDeskMessage(@JsonValue String base64) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SealedDeskMessage {}

    @Override
    public String toString() {
        return "sealed letter";
    }
}
