package org.einlass.reports.typography;

import java.text.Normalizer;
import java.util.PrimitiveIterator;

/**
 * Text fit for paper: composed (NFC), one blank where there was any white space, no control and format
 * characters, no lone surrogates.
 */
public final class CleanText {

    private static final int NO_BREAK_SPACE = 0x00A0;
    private static final int SOFT_HYPHEN = 0x00AD;

    /** Up to here no letter is made of two, and none is changed by being composed. */
    private static final int LAST_COMPOSED = 0x017F;

    private static final int NARROW_NO_BREAK_SPACE = 0x202F;

    private CleanText() {}

    /** The text as it is set; may be empty. Markup is text like any other. */
    public static String of(String raw) {
        if (isClean(raw)) {
            return raw;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        PrimitiveIterator.OfInt points =
                Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().iterator();
        boolean blankDue = false;
        while (points.hasNext()) {
            int point = points.nextInt();
            if (isBlank(point)) {
                blankDue = !kept.isEmpty();
                continue;
            }
            if (isInvisible(point)) {
                continue;
            }
            if (blankDue) {
                kept.append(' ');
                blankDue = false;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }

    /** Whether a text is made of visible Latin letters and single blanks between them, as most are. */
    private static boolean isClean(String raw) {
        boolean blankBefore = true;
        for (int at = 0; at < raw.length(); at++) {
            char letter = raw.charAt(at);
            boolean blank = letter == ' ';
            boolean visible = (letter > ' ' && letter <= '~') || (letter > NO_BREAK_SPACE && letter <= LAST_COMPOSED);
            if ((blank && blankBefore) || !(blank || visible) || letter == SOFT_HYPHEN) {
                return false;
            }
            blankBefore = blank;
        }
        return raw.isEmpty() || !blankBefore;
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || (Character.isSpaceChar(point) && point != NO_BREAK_SPACE && point != NARROW_NO_BREAK_SPACE);
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || point == 0xFFFE
                || point == 0xFFFF;
    }
}
