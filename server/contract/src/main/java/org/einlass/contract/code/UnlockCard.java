package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A card of paper that opens one desk after a restart without network: {@value #LENGTH} symbols of the codes' alphabet.
 *
 * <pre>
 * U | version | 13 random symbols | check of all before | 13 random symbols | check of all before
 * </pre>
 *
 * <p>130 random bits, so that whoever has the disk and not the card has nothing to try. The desk wraps its data key under
 * them with HKDF-SHA-256 (RFC 5869) and AES-256-GCM. The two checks find slips while half of it is typed; they are no
 * secret and guard nothing.
 */
public final class UnlockCard {
    public static final int LENGTH = PaperSecret.LENGTH;
    private static final String HEAD = "U1";
    private static final int SALT_BYTES = 16;
    private static final byte[] PURPOSE = "einlass1 unlock\u0001".getBytes(UTF_8);
    private static final byte[] PLACE = "einlass1 wrapped data key".getBytes(UTF_8);

    private final String text;

    private UnlockCard(String text) {
        this.text = text;
    }

    /** A new card. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static UnlockCard next(RandomGenerator chance) {
        return new UnlockCard(PaperSecret.next(HEAD, chance));
    }

    /** Reads what a scanner or a person delivers, folded as codes are; empty where it is no card. */
    public static Optional<UnlockCard> parse(CharSequence read) {
        return PaperSecret.read(HEAD, read).map(UnlockCard::new);
    }

    /** The card as its QR code holds it (alphanumeric mode). A secret. */
    public String text() {
        return text;
    }

    /** In groups of five, for people who type. A secret. */
    public String grouped() {
        return PaperSecret.grouped(text);
    }

    /** Wraps a key, so that only this card opens it. {@code chance} must be secure outside tests. */
    public byte[] wrap(DataKey key, RandomGenerator chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + DataKey.BYTES)
                .putLong(key.number())
                .put(key.secret())
                .array();
        byte[] sealed = box(salt).seal(plain, PLACE, chance);
        return ByteBuffer.allocate(SALT_BYTES + sealed.length)
                .put(salt)
                .put(sealed)
                .array();
    }

    /** The wrapped key, or empty where it was wrapped under another card, or is broken. */
    public Optional<DataKey> unwrap(byte[] wrapped) {
        if (wrapped.length < SALT_BYTES) {
            return Optional.empty();
        }
        byte[] salt = Arrays.copyOf(wrapped, SALT_BYTES);
        return box(salt)
                .open(Arrays.copyOfRange(wrapped, SALT_BYTES, wrapped.length), PLACE)
                .filter(plain -> plain.length == Long.BYTES + DataKey.BYTES)
                .map(plain -> new DataKey(
                        ByteBuffer.wrap(plain).getLong(), Arrays.copyOfRange(plain, Long.BYTES, plain.length)));
    }

    private SealedBox box(byte[] salt) {
        return new SealedBox(Hmac.sha256(Hmac.sha256(salt, text.getBytes(UTF_8)), PURPOSE));
    }

    @Override
    public String toString() {
        return "unlock card";
    }
}
