package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Which boot of a device's machine; monotonic times compare within one. */
public record BootId(@JsonValue UUID value) implements Comparable<BootId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BootId {
        Objects.requireNonNull(value, "The id of a boot is empty.");
    }

    /** Reads the usual text form. @throws IllegalArgumentException where {@code text} is not a UUID */
    public static BootId of(String text) {
        return new BootId(UUID.fromString(text));
    }

    @Override
    public int compareTo(BootId other) {
        return UuidOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
