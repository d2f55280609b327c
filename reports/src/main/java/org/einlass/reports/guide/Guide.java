package org.einlass.reports.guide;

import java.util.List;
import java.util.Locale;

/**
 * Instructions on one A4 page.
 *
 * @param event title of the event
 * @param steps in the order in which they are read
 * @param code what a QR code below says, with what it is for; empty for none
 */
public record Guide(Locale language, String event, String title, List<Step> steps, List<Code> code) {

    public Guide {
        steps = List.copyOf(steps);
        code = List.copyOf(code);
    }

    /**
     * One instruction.
     *
     * @param key what is pressed or done, in a few words; may be empty
     * @param words what happens then
     */
    public record Step(String key, String words) {}

    /**
     * A QR code.
     *
     * @param alternative what a voice says of it
     */
    public record Code(String text, String alternative) {

        /** Without the text, which may be a secret. */
        @Override
        public String toString() {
            return "code: " + alternative;
        }
    }
}
