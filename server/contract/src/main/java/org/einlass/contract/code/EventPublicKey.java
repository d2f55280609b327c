package org.einlass.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;

/**
 * Where a desk posts what only the server may read: names, corrected values, new codes. It is the public half
 * of a key of the event's, in Base64; the {@linkplain EventPrivateKey other half} never leaves the server.
 * What was posted survives a wipe of the desk and the loss of every key on it, and tells a thief nothing.
 */
public record EventPublicKey(@JsonValue String base64) {
    private static final int FILLED_TO = 256;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventPublicKey {
        if (bytes(base64).length != X25519.BYTES) {
            throw new IllegalArgumentException("A letter box has 32 bytes in Base64.");
        }
    }

    static EventPublicKey of(byte[] publicKey) {
        return new EventPublicKey(Base64.getEncoder().encodeToString(publicKey));
    }

    /**
     * Seals a text for the server. Blanks fill it up to whole pieces of {@value #FILLED_TO} bytes, so that
     * its length does not tell names apart.
     *
     * @param entry the journal entry that the letter goes with
     * @param text in UTF-8; may end in blanks
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public SealedDeskMessage seal(EventId event, EntryId entry, byte[] text, RandomGenerator chance) {
        byte[] secret = new byte[X25519.BYTES];
        chance.nextBytes(secret);
        byte[] writer = X25519.publicKey(secret);
        byte[] box = bytes();
        byte[] shared = X25519.agree(secret, box)
                .orElseThrow(() -> new IllegalArgumentException("This letter box is no key that keeps a secret."));
        byte[] sealed = new DeskMessageCipher(shared, writer, box, event, entry).seal(filled(text));
        byte[] letter = ByteBuffer.allocate(writer.length + sealed.length)
                .put(writer)
                .put(sealed)
                .array();
        return new SealedDeskMessage(Base64.getEncoder().encodeToString(letter));
    }

    private static byte[] filled(byte[] text) {
        byte[] filled = Arrays.copyOf(text, (text.length + FILLED_TO - 1) / FILLED_TO * FILLED_TO);
        Arrays.fill(filled, text.length, filled.length, (byte) ' ');
        return filled;
    }

    byte[] bytes() {
        return bytes(base64);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
