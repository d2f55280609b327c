package org.einlass.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What devices and entries know a code by: the first 128 bits of SHA-256(event salt | code) as 32 lower-case
 * hexadecimal digits. The code cannot be had from it.
 */
public record LookupId(@JsonValue String hex) {
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LookupId {
        if (!GRAMMAR.matcher(hex).matches()) {
            throw new IllegalArgumentException("A look-up id has 32 lower-case hexadecimal digits.");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
