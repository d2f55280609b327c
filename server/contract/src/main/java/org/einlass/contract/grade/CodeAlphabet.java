package org.einlass.contract.grade;

import org.einlass.contract.Wording;

/** The smallest of the usual alphabets that all letters and digits of a text belong to. */
enum CodeAlphabet {
    DIGITS(10, new Wording("Ziffern", "digits")),
    HEXADECIMAL(16, new Wording("Zeichen von 0 bis F", "symbols from 0 to F")),
    LETTERS(26, new Wording("Buchstaben", "letters")),
    ONE_CASE(36, new Wording("Buchstaben und Ziffern", "letters and digits")),
    BOTH_CASES(62, new Wording("große und kleine Buchstaben und Ziffern", "letters of both cases and digits"));

    private final double bits;
    private final Wording words;

    CodeAlphabet(int size, Wording words) {
        this.bits = Math.log(size) / Math.log(2);
        this.words = words;
    }

    /** What other characters a text has counts for nothing. */
    static CodeAlphabet of(String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean letters = text.chars().anyMatch(Character::isLetter);
        if (!letters) {
            return DIGITS;
        }
        boolean small = text.chars().anyMatch(Character::isLowerCase);
        boolean large = text.chars().anyMatch(Character::isUpperCase);
        if (small && large) {
            return BOTH_CASES;
        }
        if (text.chars().filter(Character::isLetter).allMatch(sign -> Character.digit(sign, 16) >= 0)) {
            return HEXADECIMAL;
        }
        return digits ? ONE_CASE : LETTERS;
    }

    /** What one symbol is worth. */
    double bits() {
        return bits;
    }

    /** What a symbol of it is called, in the plural. */
    Wording words() {
        return words;
    }
}
