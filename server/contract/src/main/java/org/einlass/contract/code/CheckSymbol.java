package org.einlass.contract.code;

/**
 * The last symbol of a code: the sum of value(i) * alpha^i over GF(32) with the polynomial x^5+x^2+1.
 *
 * <p>Every wrong symbol and every swap of two symbols before it is found, since the powers of alpha differ
 * for 31 places. It finds slips of eye and hand; forgeries are found by the tag.
 */
final class CheckSymbol {
    private static final int FIELD_SIZE = 32;
    private static final int POLYNOMIAL = 0b100101;

    private CheckSymbol() {}

    static char of(CharSequence symbols) {
        int sum = 0;
        for (int place = symbols.length() - 1; place >= 0; place--) {
            sum = timesAlpha(sum) ^ Alphabet.value(symbols.charAt(place));
        }
        return Alphabet.symbol(sum);
    }

    private static int timesAlpha(int value) {
        int doubled = value << 1;
        return doubled < FIELD_SIZE ? doubled : doubled ^ POLYNOMIAL;
    }
}
