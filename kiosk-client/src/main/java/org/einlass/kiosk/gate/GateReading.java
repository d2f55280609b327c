package org.einlass.kiosk.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scanner delivered to the gate. Signs that nobody sees, such as a byte order mark or a blank that
 * does not break, count for nothing.
 *
 * @param texts what it may say, the likeliest first
 * @param flaw what keeps it from being surely whole
 * @param beside other texts in view that are not meant
 */
public record GateReading(List<String> texts, Flaw flaw, List<String> beside) {
    private static final Pattern ENDS =
            Pattern.compile("^[\\p{Cf}\\p{Cc}\\p{Z}\\x{180E}]+|[\\p{Cf}\\p{Cc}\\p{Z}\\x{180E}]+$");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{180E}]");

    /** What keeps a text from being surely whole. */
    public enum Flaw {
        NONE,
        /** The scanner sent no line end. */
        NO_LINE_END,
        /** It may be a part of a code. */
        PIECE
    }

    public GateReading {
        Set<String> seen = new LinkedHashSet<>();
        for (String text : texts) {
            String bare = ENDS.matcher(text).replaceAll("");
            seen.add(bare);
            seen.add(INVISIBLE.matcher(bare).replaceAll(""));
        }
        texts = List.copyOf(seen);
        beside = beside.stream().map(text -> ENDS.matcher(text).replaceAll("")).toList();
    }

    /** A whole text. */
    public static GateReading of(String text) {
        return new GateReading(List.of(text), Flaw.NONE, List.of());
    }

    /** The likeliest text, by which the reading is known as long as it is in view. */
    String text() {
        return texts.get(0);
    }

    /** Leaves the texts out: they are secrets of their bearer. */
    @Override
    public String toString() {
        return "reading of " + text().length() + " characters, " + flaw;
    }
}
