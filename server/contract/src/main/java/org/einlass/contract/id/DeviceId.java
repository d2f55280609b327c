package org.einlass.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which enrolled kiosk, desk or door client. */
public record DeviceId(@JsonValue String text) implements Comparable<DeviceId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Slug.check("a device", text);
    }

    @Override
    public int compareTo(DeviceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
