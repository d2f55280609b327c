package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which event: the whole occasion, as in {@code digitales-thueringen-2022}. */
public record EventId(@JsonValue String text) implements Comparable<EventId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Slug.check("an event", text);
    }

    @Override
    public int compareTo(EventId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
