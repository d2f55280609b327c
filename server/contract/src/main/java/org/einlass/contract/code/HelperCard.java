package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.EventId;

/**
 * The badge code of a helper: {@value #LENGTH} symbols of the codes' alphabet with 130 random bits. What a device must
 * know of the helper is sealed by the code, so that a device opens it only while somebody shows the badge, also
 * without network, and a stolen disk tells nothing of it.
 *
 * <pre>
 * H | version | 13 random symbols | check of all before | 13 random symbols | check of all before
 * </pre>
 */
public final class HelperCard {
    public static final int LENGTH = PaperSecret.LENGTH;
    private static final String HEAD = "H1";
    private static final int LOOKUP_BYTES = 16;
    private static final byte[] LOOKUP = "einlass1 helper look-up".getBytes(UTF_8);
    private static final byte[] SEAL = "einlass1 helper seal".getBytes(UTF_8);

    private final String text;

    private HelperCard(String text) {
        this.text = text;
    }

    /** A new one. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static HelperCard next(RandomGenerator chance) {
        return new HelperCard(PaperSecret.next(HEAD, chance));
    }

    /** Reads what a scanner or a person delivers, folded as codes are; empty where it is no helper's badge. */
    public static Optional<HelperCard> parse(CharSequence read) {
        return PaperSecret.read(HEAD, read).map(HelperCard::new);
    }

    /** The code as the badge's QR code holds it (alphanumeric mode). A secret. */
    public String text() {
        return text;
    }

    /** In groups of five, for people who type. A secret. */
    public String grouped() {
        return PaperSecret.grouped(text);
    }

    /** What devices find the helper's row by: 32 hexadecimal digits that tell nothing of the code. */
    public String lookup(EventId event) {
        return HexFormat.of().formatHex(Arrays.copyOf(derived(LOOKUP, event), LOOKUP_BYTES));
    }

    /** Seals what a device must know, so that only this code opens it, and only in this event. */
    public byte[] seal(byte[] plain, EventId event, RandomGenerator chance) {
        return box(event).seal(plain, event.text().getBytes(UTF_8), chance);
    }

    /** What was sealed, or empty where it was sealed by another code or for another event, or is broken. */
    public Optional<byte[]> open(byte[] sealed, EventId event) {
        return box(event).open(sealed, event.text().getBytes(UTF_8));
    }

    private SealedBox box(EventId event) {
        return new SealedBox(derived(SEAL, event));
    }

    /** The code has 130 random bits: one step of HMAC is all the derivation that it needs. */
    private byte[] derived(byte[] purpose, EventId event) {
        byte[] key = Hmac.sha256(purpose, event.text().getBytes(UTF_8));
        return Hmac.sha256(key, text.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "helper's badge code";
    }
}
