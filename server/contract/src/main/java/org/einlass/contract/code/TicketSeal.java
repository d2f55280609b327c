package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.einlass.contract.id.RegistrationId;

/**
 * Seals what a device may only know of a guest who stands before it: AES-256-GCM under HKDF-SHA-256 (RFC 5869) of the
 * very code that the guest shows. Whoever has the device but not the ticket has nothing.
 *
 * <p>A sealed text is 12 bytes of nonce, then ciphertext and tag. Registration id and version are authenticated with it,
 * so that one guest's badge cannot be put in another's place, nor an old one in a new one's.
 */
public final class TicketSeal {
    private static final String PURPOSE = "einlass1 roster";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] companion;

    /**
     * The seal of one version of one registration.
     *
     * @param code one of our own; external codes are too easily guessed to seal anything
     */
    public TicketSeal(EventSalt salt, Code code, RegistrationId registration, long version) {
        byte[] extracted =
                Hmac.sha256(HexFormat.of().parseHex(salt.hex()), code.text().getBytes(UTF_8));
        byte[] info = (PURPOSE + "\u0001").getBytes(UTF_8);
        this.key = new SecretKeySpec(Hmac.sha256(extracted, info), "AES");
        this.companion = (registration + "\0" + version).getBytes(UTF_8);
    }

    /** Seals {@code text}. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public byte[] seal(byte[] text, RandomGenerator chance) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
            return ByteBuffer.allocate(NONCE_BYTES + secret.length)
                    .put(nonce)
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    /** The text, or empty where it was sealed with another code, for another registration, or is broken. */
    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException notThisSeal) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(companion);
        return cipher;
    }
}
