package org.einlass.contract.code;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Secrets on paper, which people type: {@value #LENGTH} symbols of the codes' alphabet with 130 random bits.
 *
 * <pre>
 * kind | version | 13 random symbols | check of all before | 13 random symbols | check of all before
 * </pre>
 *
 * <p>The two checks find slips while half of it is typed; they are no secret and guard nothing.
 */
final class PaperSecret {
    static final int LENGTH = 30;
    private static final int HEAD_SYMBOLS = 2;
    private static final int HALF_SYMBOLS = 13;
    private static final int HALF_BYTES = 9;
    private static final int FIRST_CHECK = HEAD_SYMBOLS + HALF_SYMBOLS;
    private static final int GROUP = 5;

    private PaperSecret() {}

    /**
     * A new one.
     *
     * @param head kind and version, two symbols
     */
    static String next(String head, RandomGenerator chance) {
        String first = checked(head + half(chance));
        return checked(first + half(chance));
    }

    private static String half(RandomGenerator chance) {
        byte[] bytes = new byte[HALF_BYTES];
        chance.nextBytes(bytes);
        return Alphabet.spell(bytes, HALF_SYMBOLS);
    }

    private static String checked(String symbols) {
        return symbols + CheckSymbol.of(symbols);
    }

    /** Reads what a scanner or a person delivers, folded as codes are; empty where it is none of this head. */
    static Optional<String> read(String head, CharSequence read) {
        return Alphabet.read(read, LENGTH)
                .filter(symbols -> symbols.startsWith(head) && isChecked(symbols, FIRST_CHECK))
                .filter(symbols -> isChecked(symbols, LENGTH - 1));
    }

    private static boolean isChecked(String symbols, int check) {
        return CheckSymbol.of(symbols.substring(0, check)) == symbols.charAt(check);
    }

    /** In groups of five, for people who type. */
    static String grouped(String text) {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}
