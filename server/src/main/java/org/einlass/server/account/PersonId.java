package org.einlass.server.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which person: somebody who signs in by name and password. */
public record PersonId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Objects.requireNonNull(value, "The id of a person is empty.");
    }

    /** Reads the usual text form. @throws IllegalArgumentException where {@code text} is not a UUID */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** What {@code text} names; empty where it is no UUID. */
    public static Optional<PersonId> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The person as the audit trail names its authors. */
    public String author() {
        return "person:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
