package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a badge shows: attendee, speaker, exhibitor, press, companion, team, as the event names them. */
public record CategoryId(@JsonValue String text) implements Comparable<CategoryId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CategoryId {
        Slug.check("a category", text);
    }

    @Override
    public int compareTo(CategoryId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
