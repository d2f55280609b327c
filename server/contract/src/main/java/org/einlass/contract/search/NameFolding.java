package org.einlass.contract.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings the spellings of one name to one form: "Müller", "Mueller", "MULLER" and "muller" become "muller".
 */
public final class NameFolding {

    private NameFolding() {}

    /**
     * The form under which {@code text} is compared: lower case, no diacritics, "ae", "oe", "ue" as the plain
     * vowel, "aa" as "a". The folded beginning of a text is the beginning of the folded text, so half-typed
     * names compare as well.
     */
    public static String fold(String text) {
        String plain = isAscii(text) ? text.toLowerCase(Locale.ROOT) : withoutDiacritics(text);
        StringBuilder folded = new StringBuilder(plain.length());
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (!prolongs(before, letter)) {
                folded.append(letter);
            }
            before = letter;
        }
        return folded.toString();
    }

    /**
     * The words of {@code text} as they are written, in lower case; hyphens, apostrophes and blanks part
     * them.
     */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (List<String> compound : compounds(text)) {
            words.addAll(compound);
        }
        return words;
    }

    /** The words of {@code text} with the parts of "Müller-Lüdenscheidt" or "O'Brien" together. */
    static List<List<String>> compounds(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<List<String>> compounds = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= lower.length(); ) {
            int letter = i < lower.length() ? lower.codePointAt(i) : ' ';
            if (isPartOfWord(letter)) {
                start = start < 0 ? i : start;
            } else {
                if (start >= 0) {
                    parts.add(lower.substring(start, i));
                    start = -1;
                }
                if (!joins(letter) && !parts.isEmpty()) {
                    compounds.add(parts);
                    parts = new ArrayList<>();
                }
            }
            i += Character.charCount(letter);
        }
        return compounds;
    }

    private static boolean isPartOfWord(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean joins(int letter) {
        return switch (letter) {
            case '-', '\u2010', '\u2011', '\u2013', '\'', '\u2019', '`', '\u00b4', '\u02bc' -> true;
            default -> false;
        };
    }

    private static boolean prolongs(char before, char letter) {
        return (letter == 'e' && (before == 'a' || before == 'o' || before == 'u')) || (letter == 'a' && before == 'a');
    }

    /** Most texts are, and these need no look at the tables of Unicode. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDiacritics(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            int type = Character.getType(letter);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
                plain.append(withoutStroke(letter));
            }
        }
        return plain.toString();
    }

    /** Letters that Unicode does not take apart. */
    private static String withoutStroke(char letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            case 'ŋ' -> "n";
            case 'ŧ' -> "t";
            case 'ə' -> "e";
            default -> String.valueOf(letter);
        };
    }
}
