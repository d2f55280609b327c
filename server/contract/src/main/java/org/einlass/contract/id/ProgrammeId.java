package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which of the co-located congresses of an event. */
public record ProgrammeId(@JsonValue String text) implements Comparable<ProgrammeId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProgrammeId {
        Slug.check("a programme", text);
    }

    @Override
    public int compareTo(ProgrammeId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
