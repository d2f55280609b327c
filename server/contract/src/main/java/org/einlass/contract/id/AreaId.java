package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which place with a permitted head count; areas nest. */
public record AreaId(@JsonValue String text) implements Comparable<AreaId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaId {
        Slug.check("an area", text);
    }

    @Override
    public int compareTo(AreaId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
