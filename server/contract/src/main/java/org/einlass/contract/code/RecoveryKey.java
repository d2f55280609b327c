package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What opens the backups of a server: {@value #LENGTH} symbols of the codes' alphabet on a sheet of paper. The server
 * keeps the {@linkplain #publicKey() public half} only.
 *
 * <pre>
 * R | version | 13 random symbols | check of all before | 13 random symbols | check of all before
 * </pre>
 *
 * <p>130 random bits; the private key of Curve25519 (RFC 7748) is their HMAC-SHA-256 under a constant. The two checks find
 * slips while it is typed; they are no secret.
 */
public final class RecoveryKey {
    public static final int LENGTH = PaperSecret.LENGTH;
    private static final String HEAD = "R1";
    private static final byte[] PURPOSE = "einlass1 recovery key".getBytes(UTF_8);

    private final String text;
    private final byte[] secret;

    private RecoveryKey(String text) {
        this.text = text;
        this.secret = Hmac.sha256(PURPOSE, text.getBytes(UTF_8));
    }

    /** A new key. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static RecoveryKey next(RandomGenerator chance) {
        return new RecoveryKey(PaperSecret.next(HEAD, chance));
    }

    /** Reads what somebody typed, folded as codes are; empty where it is no recovery key. */
    public static Optional<RecoveryKey> parse(CharSequence typed) {
        return PaperSecret.read(HEAD, typed).map(RecoveryKey::new);
    }

    /** In groups of five, for paper. A secret. */
    public String grouped() {
        return PaperSecret.grouped(text);
    }

    /** What the server keeps of it. */
    public RecoveryPublicKey publicKey() {
        return RecoveryPublicKey.of(X25519.publicKey(secret));
    }

    /** The file's key; empty where it was sealed to another recovery key, or is broken. */
    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length != RecoveryPublicKey.SEALED_BYTES) {
            return Optional.empty();
        }
        byte[] oneTime = Arrays.copyOf(sealed, X25519.BYTES);
        byte[] box = Arrays.copyOfRange(sealed, X25519.BYTES, sealed.length);
        return X25519.agree(secret, oneTime)
                .flatMap(shared -> RecoveryPublicKey.box(
                                shared, oneTime, publicKey().bytes())
                        .open(box, RecoveryPublicKey.PLACE));
    }

    @Override
    public String toString() {
        return "recovery key";
    }
}
