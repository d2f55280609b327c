package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.RegistrationId;

/**
 * The key by which staffed desks read what kiosks and doors cannot: 256 bits of chance, made by the server,
 * one at a time for all desks of an event. Lives in memory only; on a disk it stands under an {@link
 * UnlockCard} or not at all.
 */
public final class DataKey {
    public static final int BYTES = 32;

    private final long number;
    private final byte[] secret;
    private final SealedBox box;

    /**
     * A key that exists.
     *
     * @param number counted up with each new key of an event
     * @param secret {@value #BYTES} bytes
     */
    public DataKey(long number, byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A data key has " + BYTES + " bytes.");
        }
        this.number = number;
        this.secret = secret.clone();
        this.box = new SealedBox(secret);
    }

    /** A new key. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static DataKey next(long number, RandomGenerator chance) {
        byte[] secret = new byte[BYTES];
        chance.nextBytes(secret);
        return new DataKey(number, secret);
    }

    /** The key that {@link #text} told; empty where it is none. */
    public static Optional<DataKey> parse(long number, String text) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(text);
            return secret.length == BYTES ? Optional.of(new DataKey(number, secret)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public long number() {
        return number;
    }

    /** The key as it travels: Base64url without padding. A secret. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * Seals {@code text} for one place.
     *
     * @param belongsTo what it belongs to; only for the same place it can be opened
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public byte[] seal(byte[] text, String belongsTo, RandomGenerator chance) {
        return box.seal(text, belongsTo.getBytes(UTF_8), chance);
    }

    /** The text, or empty where it was sealed under another key, for another place, or is broken. */
    public Optional<byte[]> open(byte[] sealed, String belongsTo) {
        return box.open(sealed, belongsTo.getBytes(UTF_8));
    }

    /** The place of what a roster says of one version of a registration. */
    public static String place(RegistrationId registration, long version) {
        return "einlass1 guest\0" + registration + "\0" + version;
    }

    @Override
    public String toString() {
        return "data key " + number;
    }
}
