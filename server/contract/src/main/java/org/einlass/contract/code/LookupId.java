package org.einlass.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What devices and entries know a code by: the first 128 bits of SHA-256(event salt | code) as 32 lower-case
 * hexadecimal digits. The code cannot be had from it.
 */
public record LookupId(@JsonValue String hex) {
    private static final int DIGITS = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LookupId {
        if (hex.length() != DIGITS || !hex.chars().allMatch(LookupId::isDigit)) {
            throw new IllegalArgumentException("A look-up id has 32 lower-case hexadecimal digits.");
        }
    }

    private static boolean isDigit(int sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
    }

    @Override
    public String toString() {
        return hex;
    }
}
