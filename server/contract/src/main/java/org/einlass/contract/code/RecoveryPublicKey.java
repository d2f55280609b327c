package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * To whom a server seals its backups: the public half of a {@link RecoveryKey}, in Base64. It opens nothing.
 *
 * @param base64 32 bytes, a point of Curve25519
 */
public record RecoveryPublicKey(String base64) {
    /** The length of a sealed key: a one-time public key, a nonce, the key of 32 bytes and a tag. */
    public static final int SEALED_BYTES = 92;

    /** The length of an {@linkplain #id id}. */
    public static final int ID_BYTES = 8;

    static final byte[] PLACE = "einlass1 backup file key".getBytes(UTF_8);

    /** @throws IllegalArgumentException where {@code base64} is no key */
    public RecoveryPublicKey {
        if (Base64.getDecoder().decode(base64).length != X25519.BYTES) {
            throw new IllegalArgumentException("A recovery key's public half has 32 bytes in Base64.");
        }
    }

    static RecoveryPublicKey of(byte[] publicKey) {
        return new RecoveryPublicKey(Base64.getEncoder().encodeToString(publicKey));
    }

    /** The first bytes of the SHA-256 of this key: they tell one recovery key from another. */
    public byte[] id() {
        return Arrays.copyOf(Hmac.digest().digest(bytes()), ID_BYTES);
    }

    /**
     * Seals a file's key of 32 bytes, so that only the owner of the recovery key can open it.
     *
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     * @return {@value #SEALED_BYTES} bytes
     */
    public byte[] seal(byte[] fileKey, RandomGenerator chance) {
        byte[] secret = new byte[X25519.BYTES];
        chance.nextBytes(secret);
        byte[] oneTime = X25519.publicKey(secret);
        byte[] shared = X25519.agree(secret, bytes())
                .orElseThrow(() -> new IllegalArgumentException("This recovery key keeps no secret."));
        byte[] sealed = box(shared, oneTime, bytes()).seal(fileKey, PLACE, chance);
        return ByteBuffer.allocate(oneTime.length + sealed.length)
                .put(oneTime)
                .put(sealed)
                .array();
    }

    /** HKDF-SHA-256 (RFC 5869) of what both sides share; salted by both public keys. */
    static SealedBox box(byte[] shared, byte[] oneTime, byte[] recovery) {
        byte[] salt = ByteBuffer.allocate(oneTime.length + recovery.length)
                .put(oneTime)
                .put(recovery)
                .array();
        return new SealedBox(Hmac.sha256(Hmac.sha256(salt, shared), "einlass1 backup\u0001".getBytes(UTF_8)));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
