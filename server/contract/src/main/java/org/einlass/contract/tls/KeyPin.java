package org.einlass.contract.tls;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * The SHA-256 of a public key as certificates carry it (SubjectPublicKeyInfo, as in RFC 7469): what a device
 * trusts a server by. Written {@code sha256/} and 44 characters of base64.
 */
public record KeyPin(@JsonValue String text) {
    private static final String PREFIX = "sha256/";
    private static final int BYTES = 32;

    /** @throws IllegalArgumentException where {@code text} is no pin */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KeyPin {
        if (!isPin(text)) {
            throw new IllegalArgumentException("no key pin: " + text);
        }
    }

    /** The pin of a key. */
    public static KeyPin of(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new KeyPin(PREFIX + Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The pin that {@code text} writes, if it writes one. */
    public static Optional<KeyPin> parse(String text) {
        return isPin(text) ? Optional.of(new KeyPin(text)) : Optional.empty();
    }

    private static boolean isPin(String text) {
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        try {
            byte[] hash = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return hash.length == BYTES
                    && text.equals(PREFIX + Base64.getEncoder().encodeToString(hash));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
