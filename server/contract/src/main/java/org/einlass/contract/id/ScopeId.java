package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which group of doors shares one "once". */
public record ScopeId(@JsonValue String text) implements Comparable<ScopeId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScopeId {
        Slug.check("a scope", text);
    }

    @Override
    public int compareTo(ScopeId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
