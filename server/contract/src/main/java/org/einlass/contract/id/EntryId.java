package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Which thing done at a device: a scan, a print, a correction. Made by the device before anything else;
 * orders nothing.
 */
public record EntryId(@JsonValue UUID value) implements Comparable<EntryId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {
        Objects.requireNonNull(value, "The id of an entry is empty.");
    }

    /** Reads the usual text form. @throws IllegalArgumentException where {@code text} is not a UUID */
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public int compareTo(EntryId other) {
        return UuidOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
