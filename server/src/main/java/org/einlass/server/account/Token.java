package org.einlass.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A bearer token: 256 bits of chance, as 43 symbols of base64url. The server keeps its SHA-256 only; a slow
 * hash would add nothing to that many random bits.
 */
public record Token(String secret) {
    private static final int BYTES = 32;
    private static final int ID_DIGITS = 16;

    /** How many characters a token may have. */
    public static final int LONGEST = 200;

    public Token {
        if (secret.isEmpty() || secret.length() > LONGEST) {
            throw new IllegalArgumentException("A token has 1 to " + LONGEST + " characters.");
        }
    }

    /** What somebody sent, where it can be a token. */
    public static Optional<Token> of(String text) {
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(new Token(text));
    }

    /** A new token. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static Token next(RandomGenerator chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the server knows the token by: 64 hexadecimal digits. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /**
     * What people call it by in lists and in the audit trail; the first digits of the hash tell nothing of
     * the secret.
     */
    String id() {
        return hash().substring(0, ID_DIGITS);
    }

    @Override
    public String toString() {
        return "token";
    }
}
