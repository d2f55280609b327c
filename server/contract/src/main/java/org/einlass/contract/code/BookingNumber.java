package org.einlass.contract.code;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What an attendee can type on a keypad: 9 digits, the last a check digit by ISO/IEC 7064 MOD 11,10, which
 * finds every wrong digit and nearly every swap. With the family name it finds a registration; it admits
 * nobody.
 */
public record BookingNumber(String digits) {
    public static final int LENGTH = 9;
    private static final Pattern GRAMMAR = Pattern.compile("[0-9]{9}");

    public BookingNumber {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("A booking number has 9 digits, the last of which checks the others."
                    + " Compare it with the ticket.");
        }
    }

    /** Reads typed digits; blanks, hyphens and dots between them are dropped. */
    public static Optional<BookingNumber> parse(String typed) {
        String digits = typed.replaceAll("[\\s.-]", "");
        return isRight(digits) ? Optional.of(new BookingNumber(digits)) : Optional.empty();
    }

    /** A number of chance; whether it is taken already, the caller knows. */
    public static BookingNumber next(RandomGenerator chance) {
        String digits = String.valueOf(chance.nextInt(10_000_000, 100_000_000));
        return new BookingNumber(digits + checkDigit(digits));
    }

    /** Three groups of three, as tickets print it. */
    public String grouped() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    private static boolean isRight(String digits) {
        return GRAMMAR.matcher(digits).matches()
                && checkDigit(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1) - '0';
    }

    private static int checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return "booking number";
    }
}
