package org.einlass.kiosk.scanner;

import java.time.Instant;

/**
 * A text that a scanner delivered, before anyone knows whether it is a code of ours.
 *
 * @param text as read, with the scanner's own prefixes taken off
 * @param at when it was read, by the device's clock
 */
public record Reading(String text, Instant at, Source source) {

    /** What read it. */
    public enum Source {
        CAMERA,
        KEYBOARD_SCANNER
    }

    /** Leaves the text out: it is a secret of its bearer and must not reach a log. */
    @Override
    public String toString() {
        return "reading of " + text.length() + " characters from " + source + " at " + at;
    }
}
