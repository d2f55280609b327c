package org.einlass.server.registration.imports.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes headings and catchwords comparable, however a list spells them. */
public final class TextKey {
    private TextKey() {}

    /** "Schlüssel", " SCHLUESSEL", "Schlussel *" become one; case, accents, blanks and marks are gone. */
    public static String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (PlainText.isAscii(text)) {
            return ofAscii(text);
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return withoutWrittenUmlauts(
                lettersAndDigits(apart.toLowerCase(Locale.ROOT).replace("ß", "ss")));
    }

    /** The same in one pass: most fields of most lists need no more, and each is compared several times. */
    private static String ofAscii(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            char small = sign >= 'A' && sign <= 'Z' ? (char) (sign + ('a' - 'A')) : sign;
            if ((small < 'a' || small > 'z') && (small < '0' || small > '9')) {
                continue;
            }
            if (small != 'e' || (before != 'a' && before != 'o' && before != 'u')) {
                kept.append(small);
            }
            before = small;
        }
        return kept.toString();
    }

    private static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(sign -> Character.isLetter(sign) || isNumber(sign))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isNumber(int sign) {
        int type = Character.getType(sign);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** "ae", "oe" and "ue" as "a", "o" and "u". */
    private static String withoutWrittenUmlauts(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            boolean written = at > 0 && text.charAt(at) == 'e' && "aou".indexOf(text.charAt(at - 1)) >= 0;
            if (!written) {
                kept.append(text.charAt(at));
            }
        }
        return kept.toString();
    }
}
