package org.einlass.contract.code;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a PIN: PBKDF2-HMAC-SHA-256 (RFC 8018) with a salt of its own. A PIN has few digits, so whoever holds
 * the hash can try all; it is kept in memory only, or sealed.
 *
 * @param text {@code rounds$salt$hash}, salt and hash in Base64
 */
public record PinHash(String text) {
    private static final int ROUNDS = 20_000;
    private static final int MOST_ROUNDS = 1_000_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;

    /** @throws IllegalArgumentException where the text is no such hash */
    public PinHash {
        parts(text);
    }

    /** Of a new PIN. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static PinHash of(String pin, RandomGenerator chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new PinHash(ROUNDS + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(ROUNDS, salt, BITS, pin)));
    }

    /** Whether this is the PIN, in the same time for every wrong one. */
    public boolean matches(String pin) {
        String[] parts = parts(text);
        byte[] right = Base64.getDecoder().decode(parts[2]);
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(right, hash(Integer.parseInt(parts[0]), salt, right.length * Byte.SIZE, pin));
    }

    private static String[] parts(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 3
                || !parts[0].matches("[1-9][0-9]{0,6}")
                || Integer.parseInt(parts[0]) > MOST_ROUNDS
                || Base64.getDecoder().decode(parts[1]).length != SALT_BYTES
                || Base64.getDecoder().decode(parts[2]).length != BITS / Byte.SIZE) {
            throw new IllegalArgumentException("This is no hash of a PIN.");
        }
        return parts;
    }

    private static byte[] hash(int rounds, byte[] salt, int bits, String pin) {
        try {
            PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, rounds, bits);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks PBKDF2WithHmacSHA256.", e);
        }
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "hash of a PIN";
    }
}
