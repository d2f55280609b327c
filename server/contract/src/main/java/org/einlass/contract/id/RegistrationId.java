package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Which registration: one attendee's right to attend. */
public record RegistrationId(@JsonValue UUID value) implements Comparable<RegistrationId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegistrationId {
        Objects.requireNonNull(value, "The id of a registration is empty.");
    }

    /** Reads the usual text form. @throws IllegalArgumentException where {@code text} is not a UUID */
    public static RegistrationId of(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    @Override
    public int compareTo(RegistrationId other) {
        return UuidOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
