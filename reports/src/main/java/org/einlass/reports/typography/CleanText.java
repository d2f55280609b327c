package org.einlass.reports.typography;

import java.text.Normalizer;
import java.util.PrimitiveIterator;

/**
 * Text fit for paper: composed (NFC), one blank where there was any white space, no control and format
 * characters, no lone surrogates.
 */
public final class CleanText {

    private static final int NO_BREAK_SPACE = 0x00A0;
    private static final int NARROW_NO_BREAK_SPACE = 0x202F;

    private CleanText() {}

    /** The text as it is set; may be empty. Markup is text like any other. */
    public static String of(String raw) {
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
