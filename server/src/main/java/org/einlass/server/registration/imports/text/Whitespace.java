package org.einlass.server.registration.imports.text;

import java.util.List;
import java.util.regex.Pattern;

/** White space of every kind: the line breaks of a quoted field, the hard blanks of a word processor. */
public final class Whitespace {
    private static final Pattern RUN = Pattern.compile("[\\s\\p{Z}]+");

    private Whitespace() {}

    /** The text with single blanks inside and none at its ends. */
    public static String single(String text) {
        return isSingle(text) ? text : RUN.matcher(text).replaceAll(" ").strip();
    }

    /** Quickly; where in doubt, false. */
    private static boolean isSingle(String text) {
        boolean blankBefore = true;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean blank = sign == ' ';
            boolean odd = sign < ' ' || (sign > '~' && sign < '\u00C0') || sign > '\u00FF';
            if (odd || (blank && blankBefore)) {
                return false;
            }
            blankBefore = blank;
        }
        return text.isEmpty() || !blankBefore;
    }

    /** The words of a text that has single blanks. */
    public static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
