package org.einlass.contract.code;

import java.util.regex.Pattern;

/**
 * A scanned text that is nothing of ours: only its class and length are ever kept, sent, logged or shown.
 *
 * @param length in UTF-16 units
 */
public record ForeignText(Sort sort, int length) implements ScannedText {
    private static final Pattern URL = Pattern.compile(
            "(?is)\\s*([a-z][a-z0-9+.-]{1,20}://|www\\.|(mailto|tel|sms|smsto|geo|bitcoin|market|otpauth):).*");
    private static final Pattern CARD =
            Pattern.compile("(?is)\\s*(BEGIN:V(CARD|CALENDAR|EVENT)|MECARD:|BIZCARD:|MATMSG:|WIFI:|BCD[\\r\\n]).*");

    /** The class of a foreign text. */
    public enum Sort {
        URL,
        CARD,
        OTHER
    }

    public static ForeignText of(String read) {
        return new ForeignText(sortOf(read), read.length());
    }

    private static Sort sortOf(String read) {
        if (URL.matcher(read).matches()) {
            return Sort.URL;
        }
        return CARD.matcher(read).matches() ? Sort.CARD : Sort.OTHER;
    }
}
