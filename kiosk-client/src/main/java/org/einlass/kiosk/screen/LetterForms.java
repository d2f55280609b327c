package org.einlass.kiosk.screen;

import java.util.List;
import java.util.Locale;

/** The letters of European names that a small keyboard lacks, each by a letter that it has. */
final class LetterForms {
    private static final List<String> FORMS = List.of(
            "aáàâãäåāăąæ",
            "cçćč",
            "dďđð",
            "eéèêëēęěė",
            "gğģ",
            "hħ",
            "iíìîïīįı",
            "kķ",
            "lłľļĺ",
            "nñńňņ",
            "oóòôõöőøœ",
            "rřŕ",
            "sśšşșß",
            "tťţțþ",
            "uúùûüűūůų",
            "wŵ",
            "yýÿŷ",
            "zźżž");

    private LetterForms() {}

    /** The next form of a letter, small or capital as it is, and after the last one the first; itself where there is none. */
    static String next(String letter) {
        String small = letter.toLowerCase(Locale.ROOT);
        String other = FORMS.stream()
                .filter(forms -> !small.isEmpty() && forms.contains(small))
                .findFirst()
                .map(forms -> forms.charAt((forms.indexOf(small) + 1) % forms.length()))
                .map(String::valueOf)
                .orElse(small);
        return small.equals(letter) ? other : capital(other);
    }

    /** The capital of a small letter, the small one of a capital. */
    static String otherCase(String letter) {
        String small = letter.toLowerCase(Locale.ROOT);
        return small.equals(letter) ? capital(letter) : small;
    }

    /** "ß" has a capital of its own in names. */
    private static String capital(String small) {
        return small.equals("ß") ? "ẞ" : small.toUpperCase(Locale.ROOT);
    }
}
