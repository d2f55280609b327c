package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What codes that can be guessed are looked up by: 32 bytes as 64 lower-case hexadecimal digits. Devices hold it in
 * memory only, so that their disks and the salt alone open no such code.
 */
public record EventSecret(@JsonValue String hex) {
    /** Its length in bytes. */
    public static final int BYTES = 32;

    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");
    private static final int LOOKUP_BYTES = 16;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventSecret {
        if (!GRAMMAR.matcher(hex).matches()) {
            throw new IllegalArgumentException("An event's secret has 64 lower-case hexadecimal digits.");
        }
    }

    /** The first 128 bits of HMAC-SHA-256(secret, code). */
    public LookupId lookupId(ExternalCode code) {
        byte[] hash = Hmac.sha256(HexFormat.of().parseHex(hex), code.text().getBytes(UTF_8));
        return new LookupId(HexFormat.of().formatHex(hash, 0, LOOKUP_BYTES));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "event secret";
    }
}
