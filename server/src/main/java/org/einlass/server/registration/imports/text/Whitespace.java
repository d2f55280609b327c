package org.einlass.server.registration.imports.text;

import java.util.List;
import java.util.regex.Pattern;

/** White space of every kind: the line breaks of a quoted field, the hard blanks of a word processor. */
public final class Whitespace {
    private static final Pattern RUN = Pattern.compile("[\\s\\p{Z}]+");

    private Whitespace() {}

    /** The text with single blanks inside and none at its ends. */
    public static String single(String text) {
        return RUN.matcher(text).replaceAll(" ").strip();
    }

    /** The words of a text that has single blanks. */
    public static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
