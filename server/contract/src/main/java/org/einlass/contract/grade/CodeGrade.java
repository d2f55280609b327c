package org.einlass.contract.grade;

import org.einlass.contract.code.ExternalCode;

/** How easily a code of another ticket system is guessed, as far as its length and alphabet tell. */
public enum CodeGrade {
    /** Fewer than {@value #ENOUGH_BITS} bits: somebody who tries codes finds one of somebody else. */
    GUESSABLE,
    /** {@value #ENOUGH_BITS} bits and more, unless its list shows that it is counted up. */
    STRONG;

    /** The bits from which on nobody tries. */
    public static final int ENOUGH_BITS = 64;

    /** What the form of one code tells. Letters and digits count, separators do not. */
    public static CodeGrade of(ExternalCode code) {
        CodeAlphabet alphabet = CodeAlphabet.of(code.text());
        long symbols = code.text().chars().filter(Character::isLetterOrDigit).count();
        return symbols * alphabet.bits() < ENOUGH_BITS ? GUESSABLE : STRONG;
    }
}
