package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The event's share in every look-up id: 16 bytes as hexadecimal digits, so that two events' ids never
 * compare.
 */
public record EventSalt(@JsonValue String hex) {
    private static final int BYTES = 16;
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventSalt {
        if (!GRAMMAR.matcher(hex).matches()) {
            throw new IllegalArgumentException("An event's salt has 32 lower-case hexadecimal digits.");
        }
    }

    /** A new salt. */
    public static EventSalt next(RandomGenerator chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new EventSalt(HexFormat.of().formatHex(bytes));
    }

    /** What devices and entries of this event know {@code code} by. */
    public LookupId lookupId(PresentedCode code) {
        MessageDigest digest = Hmac.digest();
        digest.update(HexFormat.of().parseHex(hex));
        byte[] hash = digest.digest(code.text().getBytes(UTF_8));
        return new LookupId(HexFormat.of().formatHex(hash, 0, BYTES));
    }
}
