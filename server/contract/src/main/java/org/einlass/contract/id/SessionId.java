package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which item of a programme: a talk or workshop with room and times. */
public record SessionId(@JsonValue String text) implements Comparable<SessionId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        Slug.check("a session", text);
    }

    @Override
    public int compareTo(SessionId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
