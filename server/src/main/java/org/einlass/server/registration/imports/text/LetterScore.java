package org.einlass.server.registration.imports.text;

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
            "ığáàâãåæçčćďđéèêëěęěíìîïłĺľñńňóòôõøőřŕśšşșťţțúùûůűýÿźżžąăœÁÀÂÃÅÆÇČĆĎĐÉÈÊËĚĘÍÌÎÏŁÑŃŇÓÒÔÕØŐŘŚŠŞȘŤÚÙÛŮŰÝŹŻŽĄŒİĞ";

    /** Marks that stand around words, never within one. */
    private static final String MARKS = "–—„“”‚‘’»«…•·©®™°§€£²³½¼¾×´¨ºª";

    private static final String VOWELS = "aeiouyıäöüáàâãåæéèêëěęíìîïóòôõøőúùûůűýÿąăœ";

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
        return score;
    }

    private static int score(String text, int at, char letter) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (!Character.isLetter(letter)) {
            return mark(letter, before, after);
        }
        if (isCyrillic(letter)) {
            return cyrillic(before, after);
        }
        if (isForeignCase(letter, before, after)) {
            return UNLIKELY;
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

    /** A word is Cyrillic as a whole or not at all. */
    private static int cyrillic(char before, char after) {
        boolean mixed = isLatin(before) || isLatin(after);
        boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
        return mixed || alone ? IMPOSSIBLE : NEIGHBOUR + 1;
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

    private static boolean isCyrillic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    private static boolean isLatin(char letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
