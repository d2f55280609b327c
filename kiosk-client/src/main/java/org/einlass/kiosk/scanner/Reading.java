package org.einlass.kiosk.scanner;

import java.time.Instant;
import java.util.List;

/**
 * What a scanner delivered, before anyone knows whether it is a code of ours.
 *
 * @param texts what it may say, the likeliest first: a keyboard's layout garbles what the places of its keys
 *     tell
 * @param at when it was read, by the device's clock
 * @param end whether it is known to be whole
 * @param beside other texts that were in view with it and are not meant
 */
public record Reading(List<String> texts, Instant at, Source source, End end, List<String> beside) {

    /** What read it. */
    public enum Source {
        CAMERA,
        KEYBOARD_SCANNER
    }

    /** How a reading ended. */
    public enum End {
        /** As scanners and codes end. */
        WHOLE,
        /** The keys stopped, without the line end by which a scanner says that a code is complete. */
        NO_LINE_END,
        /** Keys before it were lost, or it was typed as slowly as by hand. */
        UNSURE
    }

    public Reading {
        texts = List.copyOf(texts);
        beside = List.copyOf(beside);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A reading has at least one text.");
        }
    }

    /** A whole text. */
    public Reading(String text, Instant at, Source source) {
        this(List.of(text), at, source, End.WHOLE, List.of());
    }

    /** The likeliest text. */
    public String text() {
        return texts.get(0);
    }

    /** Leaves the texts out: they are secrets of their bearer and must not reach a log. */
    @Override
    public String toString() {
        return "reading of " + text().length() + " characters from " + source + " at " + at;
    }
}
