package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.RegistrationId;

/**
 * Seals what a device may only know of a guest who stands before it: AES-256-GCM under HKDF-SHA-256 (RFC
 * 5869) of the very code that the guest shows. Whoever has the device but not the ticket has nothing.
 *
 * <p>A sealed text is 12 bytes of nonce, then ciphertext and tag. Registration id and version are
 * authenticated with it, so that one guest's badge cannot be put in another's place, nor an old one in a new
 * one's.
 */
public final class TicketCipher {
    private static final String PURPOSE = "einlass1 roster";

    private final SealedBox box;
    private final byte[] companion;

    /**
     * The seal of one version of one registration.
     *
     * @param code one of our own; external codes are too easily guessed to seal anything
     */
    public TicketCipher(EventSalt salt, Code code, RegistrationId registration, long version) {
        byte[] extracted =
                Hmac.sha256(HexFormat.of().parseHex(salt.hex()), code.text().getBytes(UTF_8));
        byte[] info = (PURPOSE + "\u0001").getBytes(UTF_8);
        this.box = new SealedBox(Hmac.sha256(extracted, info));
        this.companion = (registration + "\0" + version).getBytes(UTF_8);
    }

    /** Seals {@code text}. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public byte[] seal(byte[] text, RandomGenerator chance) {
        return box.seal(text, companion, chance);
    }

    /** The text, or empty where it was sealed with another code, for another registration, or is broken. */
    public Optional<byte[]> open(byte[] sealed) {
        return box.open(sealed, companion);
    }
}
