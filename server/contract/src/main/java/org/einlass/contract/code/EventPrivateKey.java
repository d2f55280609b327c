package org.einlass.contract.code;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;

/** The secret half of a {@link EventPublicKey}: it opens what desks posted. The server's alone. */
public final class EventPrivateKey {
    private final byte[] secret;
    private final EventPublicKey box;

    /** @param secret 32 bytes of chance; copied */
    public EventPrivateKey(byte[] secret) {
        if (secret.length != X25519.BYTES) {
            throw new IllegalArgumentException("The key of a letter box has 32 bytes.");
        }
        this.secret = secret.clone();
        this.box = EventPublicKey.of(X25519.publicKey(secret));
    }

    /** A new key. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static EventPrivateKey next(RandomGenerator chance) {
        byte[] secret = new byte[X25519.BYTES];
        chance.nextBytes(secret);
        return new EventPrivateKey(secret);
    }

    /** The secret itself, to be kept under seal. */
    public byte[] secret() {
        return secret.clone();
    }

    /** Where letters to this key are posted. */
    public EventPublicKey box() {
        return box;
    }

    /**
     * The text with the blanks that filled it up; empty where it was not posted here with this very entry.
     */
    public Optional<byte[]> open(SealedDeskMessage letter, EventId event, EntryId entry) {
        return decoded(letter).filter(all -> all.length > X25519.BYTES).flatMap(all -> open(all, event, entry));
    }

    private Optional<byte[]> open(byte[] all, EventId event, EntryId entry) {
        byte[] writer = Arrays.copyOf(all, X25519.BYTES);
        byte[] sealed = Arrays.copyOfRange(all, X25519.BYTES, all.length);
        return X25519.agree(secret, writer)
                .flatMap(shared -> new DeskMessageCipher(shared, writer, box.bytes(), event, entry).open(sealed));
    }

    private static Optional<byte[]> decoded(SealedDeskMessage letter) {
        try {
            return Optional.of(Base64.getDecoder().decode(letter.base64()));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "key of a letter box";
    }
}
