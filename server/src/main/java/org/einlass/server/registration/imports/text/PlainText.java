package org.einlass.server.registration.imports.text;

/** Tells the texts that most fields of a list hold from those that need a closer look. */
public final class PlainText {
    private PlainText() {}

    /** Whether the text has signs of ASCII only. */
    public static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the text has nothing but printable ASCII without a question mark, and letters of Western Europe:
     * nothing unseen, no control character and nothing that a wrong encoding leaves behind.
     */
    public static boolean isHarmless(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean printable = sign >= ' ' && sign <= '~' && sign != '?';
            boolean western = sign >= '\u00C0' && sign <= '\u00FF' && "\u00C3\u00D7\u00F7".indexOf(sign) < 0;
            if (!printable && !western) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is one word of letters of Western Europe, as most names are. */
    public static boolean isOneWord(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean ascii = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
            boolean western = sign >= '\u00C0' && sign <= '\u00FF' && sign != '\u00D7' && sign != '\u00F7';
            if (!ascii && !western) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
