package org.einlass.server.registration.imports.list;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a spreadsheet shows a whole number under a format of zeros and fixed text: 7545 under {@code 00000} is
 * "07545", 12 under {@code "K-"000} is "K-012". Other formats only change how a number looks, and are left alone.
 */
final class PaddedNumber {
    private static final int LONGEST_FORMAT = 60;

    private PaddedNumber() {}

    /** Empty where the format is no such one, or the number is negative or no whole one. */
    static Optional<String> of(BigDecimal number, String format) {
        boolean whole = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
        Optional<String> pattern = whole && format.length() <= LONGEST_FORMAT ? pattern(format) : Optional.empty();
        return pattern.filter(found -> found.indexOf(DIGIT) >= 0)
                .filter(found -> found.indexOf(DIGIT) != found.lastIndexOf(DIGIT) || found.length() > 1)
                .map(found -> filled(found, number.toBigInteger().toString()));
    }

    /** Stands for a digit among the fixed text. */
    private static final char DIGIT = '\uE000';

    /** The first section of the format, as fixed text with a mark for each zero. */
    private static Optional<String> pattern(String format) {
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char sign = format.charAt(at);
            if (sign == ';') {
                break;
            }
            if (sign == '"') {
                int end = format.indexOf('"', at + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                pattern.append(format, at + 1, end);
                at = end;
            } else if (sign == '\\' && at + 1 < format.length()) {
                pattern.append(format.charAt(++at));
            } else if (sign == '0') {
                pattern.append(DIGIT);
            } else if ("- /()+".indexOf(sign) >= 0) {
                pattern.append(sign);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(pattern.toString());
    }

    /** Digits go to the zeros from the right; those that are left over stand before the first of them. */
    private static String filled(String pattern, String digits) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        int first = pattern.indexOf(DIGIT);
        for (int at = pattern.length() - 1; at >= 0; at--) {
            boolean fixed = pattern.charAt(at) != DIGIT;
            char digit = left > 0 ? digits.charAt(left - 1) : '0';
            shown.append(fixed ? pattern.charAt(at) : digit);
            left -= fixed ? 0 : 1;
            while (at == first && left > 0) {
                shown.append(digits.charAt(--left));
            }
        }
        return shown.reverse().toString();
    }
}
