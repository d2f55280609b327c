package org.einlass.server.rest.report;

import java.util.Arrays;
import java.util.Locale;

/** The lists that are given as tables for spreadsheets, as they are named in paths. */
public enum ListName {
    EVACUATION,
    ROOMS,
    BADGES_TO_PULL,
    DESK_PROTOCOL,
    ROLE_BADGES,
    PRINTS,
    HAND_OUTS;

    /** Of a path; one that is none makes the path unknown. */
    public static ListName fromString(String text) {
        return Arrays.stream(values())
                .filter(list -> list.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no list of this name."));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
