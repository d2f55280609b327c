package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which place where codes are scanned; a door leads into an area. */
public record DoorId(@JsonValue String text) implements Comparable<DoorId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DoorId {
        Slug.check("a door", text);
    }

    @Override
    public int compareTo(DoorId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
