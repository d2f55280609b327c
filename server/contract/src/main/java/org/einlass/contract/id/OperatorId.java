package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which member of staff stands behind an action. */
public record OperatorId(@JsonValue String text) implements Comparable<OperatorId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperatorId {
        Slug.check("an operator", text);
    }

    @Override
    public int compareTo(OperatorId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
