package org.einlass.server.registration.imports.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes headings and catchwords comparable, however a list spells them. */
public final class TextKey {
    private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WRITTEN_UMLAUT = Pattern.compile("([aou])e");

    private TextKey() {}

    /** "Schlüssel", " SCHLUESSEL", "Schlussel *" become one; case, accents, blanks and marks are gone. */
    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain =
                OTHER_THAN_LETTERS_AND_DIGITS.matcher(apart.replace("ß", "ss")).replaceAll("");
        return WRITTEN_UMLAUT.matcher(plain).replaceAll("$1");
    }
}
