package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Which start of a device's program; sequence numbers are gap-free within one. */
public record EpochId(@JsonValue UUID value) implements Comparable<EpochId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EpochId {
        Objects.requireNonNull(value, "The id of an epoch is empty.");
    }

    /** Reads the usual text form. @throws IllegalArgumentException where {@code text} is not a UUID */
    public static EpochId of(String text) {
        return new EpochId(UUID.fromString(text));
    }

    @Override
    public int compareTo(EpochId other) {
        return UuidOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
