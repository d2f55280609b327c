package org.einlass.contract.code;

import java.util.Optional;

/**
 * The 32 symbols of a code: {@code 0-9 A-X} without {@code I} and {@code O}.
 *
 * <p>All of them are in the alphanumeric mode of QR codes (ISO/IEC 18004) and on the same keys of US and
 * German keyboards, since {@code Y} and {@code Z} are left out.
 */
public final class Alphabet {
    public static final int BITS = 5;
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRSTUVWX";

    private Alphabet() {}

    static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    /** The value 0 to 31 of a symbol, or -1 where it is none. */
    public static int value(char symbol) {
        return SYMBOLS.indexOf(symbol);
    }

    /** What a reader may have made of a symbol: ASCII lower case, {@code I} typed for 1, {@code O} for 0. */
    public static char fold(char read) {
        char upper = read >= 'a' && read <= 'z' ? (char) (read - 'a' + 'A') : read;
        return switch (upper) {
            case 'I' -> '1';
            case 'O' -> '0';
            default -> upper;
        };
    }

    /** The first {@code count} symbols' worth of bits of {@code bytes}, most significant bit first. */
    public static String spell(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int symbol = 0; symbol < count; symbol++) {
            int value = 0;
            for (int bit = symbol * BITS; bit < (symbol + 1) * BITS; bit++) {
                value = value << 1 | (bytes[bit >> 3] >> (7 - (bit & 7)) & 1);
            }
            text.append(symbol(value));
        }
        return text.toString();
    }

    /**
     * The symbols that somebody or something reads out: case folded, blanks and hyphens dropped.
     *
     * @return empty where there are more or fewer than {@code length}, or anything that is no symbol
     */
    public static Optional<String> read(CharSequence text, int length) {
        StringBuilder symbols = new StringBuilder(length);
        for (int i = 0; i < text.length(); i++) {
            char symbol = fold(text.charAt(i));
            if (symbol == ' ' || symbol == '-') {
                continue;
            }
            if (symbols.length() == length || value(symbol) < 0) {
                return Optional.empty();
            }
            symbols.append(symbol);
        }
        return symbols.length() == length ? Optional.of(symbols.toString()) : Optional.empty();
    }

    /**
     * The whole bytes that {@link #spell} wrote as {@code symbols}; bits beyond the last whole byte are dropped.
     *
     * @throws IllegalArgumentException where one of them is no symbol
     */
    public static byte[] bytes(String symbols) {
        byte[] bytes = new byte[symbols.length() * BITS / Byte.SIZE];
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            int value = value(symbols.charAt(bit / BITS));
            if (value < 0) {
                throw new IllegalArgumentException("no symbol of a code");
            }
            int one = value >> (BITS - 1 - bit % BITS) & 1;
            bytes[bit / Byte.SIZE] |= (byte) (one << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return bytes;
    }
}
