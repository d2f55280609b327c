package org.einlass.server.registration.imports.text;

import java.util.List;
import java.util.Locale;

/**
 * How much a text looks like names and organisations of Germany and its neighbours. Only letters beyond ASCII
 * are judged, each by the letters beside it: "Müller" gains, "MŸller" and "M³ller" lose.
 */
final class LetterScore {
    private static final int GERMAN = 3;
    private static final int NEIGHBOUR = 1;
    private static final int UNLIKELY = -4;
    private static final int IMPOSSIBLE = -6;
    private static final int MISPLACED_VOWEL = -2;
    private static final int MISPLACED_CONSONANT = -5;

    private static final String GERMAN_LETTERS = "äöüÄÖÜß";
    private static final String NEIGHBOURS =
            "āēģīķļņūĀĒĢĪĶĻŅŪėįųĖĮŲŞĞıığáàâãåæçčćďđéèêëěęěíìîïłĺľñńňóòôõøőřŕśšşșťţțúùûůűýÿźżžąăœÁÀÂÃÅÆÇČĆĎĐÉÈÊËĚĘÍÌÎÏŁÑŃŇÓÒÔÕØŐŘŚŠŞȘŤÚÙÛŮŰÝŹŻŽĄŒİĞ";

    /** What one language writes beyond ASCII: a name keeps to one of them. */
    private static final List<String> ALPHABETS = List.of(
            "äöüßé",
            "àâæçéèêëîïôœùûüÿ",
            "áéíñóúüç",
            "ãõáâàçéêíóôúü",
            "àèéìíîòóùú",
            "åäöæøéüá",
            "ąćęłńóśźż",
            "áäčďéěíĺľňóôŕřšťúůýžö",
            "áéíóöőúüű",
            "ăâîșțşţ",
            "čćđšžë",
            "çğıöşüâîûi",
            "āčēģīķļņšūžõö",
            "ąčęėįšųūž",
            "äöõüšž",
            "áðéíóúýþæö",
            "ëç");

    /** Letters of Icelandic names that Turkish ones never have. */
    private static final String ICELANDIC = "áéíóúæ";

    private static final String RARE_CYRILLIC = "ђѓљњќћџЂЃЉЊЌЋЏґҐ";
    private static final String OTHER_VOWELS = "аеёиоуыэюяіїєαεηιουωάέήίόύώϊϋΐΰ";
    private static final int MOST_CONSONANTS = 4;

    /** Marks that stand around words, never within one. */
    private static final String MARKS = "–—„“”‚‘’»«…•·©®™°§€£²³½¼¾×´¨ºª";

    private static final String VOWELS = "aeiouyāēīūėįųıäöüáàâãåæéèêëěęíìîïóòôõøőúùûůűýÿąăœ";

    /** Vowels that have no other one beside them. */
    private static final String CLOSED = "èêåæøœ";

    private LetterScore() {}

    /** Rises with each likely letter, falls with each unlikely one; 0 for plain ASCII. */
    static int of(String text) {
        int score = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter > 0x7F) {
                score += score(text, at, letter);
            }
        }
        return score + alphabets(text);
    }

    /** Loses for each word whose letters no language has together. */
    private static int alphabets(String text) {
        int score = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !Character.isLetter(text.charAt(at))) {
                score += isOfOneAlphabet(text.substring(start, at)) ? 0 : UNLIKELY;
                start = at + 1;
            }
        }
        return score;
    }

    private static boolean isOfOneAlphabet(String word) {
        if (PlainText.isAscii(word)) {
            return true;
        }
        String small = word.toLowerCase(Locale.ROOT);
        String beyond = small.chars()
                .filter(letter -> letter > 0x7F && letter != 0x307)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean turkish =
                small.contains("yý") || small.contains("ýy") || small.endsWith("þ") || isBeforeConsonant(small, 'ý');
        return !isLatin(small.charAt(0))
                || (!turkish
                        && ALPHABETS.stream()
                                .anyMatch(
                                        alphabet -> beyond.chars().allMatch(letter -> alphabet.indexOf(letter) >= 0)));
    }

    /** "Ýbrahim" is "İbrahim" under a wrong encoding. */
    private static boolean isBeforeConsonant(String word, char first) {
        return word.length() > 1 && word.charAt(0) == first && !isVowel(word.charAt(1));
    }

    private static int score(String text, int at, char letter) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (!Character.isLetter(letter)) {
            return mark(letter, before, after);
        }
        if (isForeignCase(letter, before, after)) {
            return isOtherScript(letter) ? IMPOSSIBLE : UNLIKELY;
        }
        if (isOtherScript(letter)) {
            return otherScript(text, at, letter);
        }
        if ("ðþÐÞ".indexOf(letter) >= 0) {
            return before == 'r' || isIcelandic(text, at) ? NEIGHBOUR : UNLIKELY;
        }
        if (letter == 'ß') {
            return isVowel(before) && !Character.isUpperCase(after) ? GERMAN : UNLIKELY;
        }
        if (letter == 'õ') {
            return after == 'e' ? NEIGHBOUR : MISPLACED_VOWEL;
        }
        int worth =
                GERMAN_LETTERS.indexOf(letter) >= 0 ? GERMAN : NEIGHBOURS.indexOf(letter) >= 0 ? NEIGHBOUR : UNLIKELY;
        return worth == NEIGHBOUR ? worth + misplaced(letter, before, after) : worth;
    }

    private static int mark(char letter, char before, char after) {
        boolean inside = Character.isLetter(before) && Character.isLetter(after);
        if (letter == '’' || letter == '‘' || letter == '´') {
            return 0;
        }
        if (letter == 0xA0 || letter == 0xAD) {
            return 0;
        }
        if (letter < 0xA0 || MARKS.indexOf(letter) < 0) {
            return IMPOSSIBLE;
        }
        boolean opens = "„“»«‚–—§€£•©".indexOf(letter) >= 0;
        return inside ? IMPOSSIBLE : Character.isLetter(after) && !opens ? UNLIKELY : 0;
    }

    /** A word is Cyrillic or Greek as a whole or not at all, and has vowels. */
    private static int otherScript(String text, int at, char letter) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        boolean mixed = isLatin(before) || isLatin(after);
        boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
        int consonants = 0;
        while (consonants <= at && isOtherConsonant(text.charAt(at - consonants))) {
            consonants++;
        }
        if (mixed || alone) {
            return IMPOSSIBLE;
        }
        if (consonants > MOST_CONSONANTS || RARE_CYRILLIC.indexOf(letter) >= 0) {
            return UNLIKELY;
        }
        return NEIGHBOUR + 1;
    }

    private static boolean isOtherConsonant(char letter) {
        return isOtherScript(letter) && OTHER_VOWELS.indexOf(Character.toLowerCase(letter)) < 0;
    }

    /** Whether the word around that letter has others that only Icelandic has beside it. */
    private static boolean isIcelandic(String text, int at) {
        int from = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        for (int here = from; here < text.length() && Character.isLetter(text.charAt(here)); here++) {
            if (ICELANDIC.indexOf(Character.toLowerCase(text.charAt(here))) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A capital inside a word of small letters. */
    private static boolean isForeignCase(char letter, char before, char after) {
        if (Character.isUpperCase(letter)) {
            boolean afterSmall = Character.isLowerCase(before) && letter != 'Ł';
            return Character.isLetter(before) && (afterSmall || Character.isLowerCase(after));
        }
        return Character.isUpperCase(before) && Character.isUpperCase(after);
    }

    /** Consonants stand beside vowels; foreign vowels not between two of them. */
    private static int misplaced(char letter, char before, char after) {
        boolean begins = !Character.isLetter(before) && Character.isUpperCase(letter);
        if (letter == 'é' || begins) {
            return 0;
        }
        boolean vowelBefore = isVowel(before);
        boolean vowelAfter = isVowel(after);
        if (!isVowel(letter)) {
            return vowelBefore || vowelAfter ? 0 : MISPLACED_CONSONANT;
        }
        boolean alone = !vowelBefore && !vowelAfter;
        boolean oneSided = Character.isLetter(after) && !(vowelBefore && vowelAfter) && CLOSED.indexOf(letter) < 0;
        return alone || oneSided ? 0 : MISPLACED_VOWEL;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
    }

    private static boolean isOtherScript(char letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK;
    }

    private static boolean isLatin(char letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
