package org.einlass.contract.code;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of another ticket system that came with an import: bounded printable text, compared to the letter.
 *
 * <p>Often of low entropy, so a device keeps no sealed badge behind it.
 */
public record ExternalCode(String text) implements PresentedCode {
    public static final int LONGEST = 200;
    private static final Pattern PRINTABLE = Pattern.compile(
            "[\\p{L}\\p{N}\\p{P}\\p{S}](?:[\\p{L}\\p{N}\\p{P}\\p{S} ]*" + "[\\p{L}\\p{N}\\p{P}\\p{S}])?");

    public ExternalCode {
        if (!isPossible(text)) {
            throw new IllegalArgumentException("An external code has 1 to " + LONGEST
                    + " printable characters. Check the column of ticket codes in the file.");
        }
    }

    /** The external code in what was read, or empty where it cannot be one. */
    public static Optional<ExternalCode> parse(String read) {
        String text = read.strip();
        return isPossible(text) ? Optional.of(new ExternalCode(text)) : Optional.empty();
    }

    private static boolean isPossible(String text) {
        return text.length() <= LONGEST && PRINTABLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "external code";
    }
}
