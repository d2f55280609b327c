package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.EventId;

/**
 * The secret of one key generation of one event: it makes codes and tells genuine ones from forgeries.
 *
 * <p>The tag is the first 50 bits of HMAC-SHA-256 over {@code "einlass1"}, event id, kind, generation and the
 * 16 random symbols, all as UTF-8 text separated by 0x00, so that nothing can be moved from one part into the
 * next. Self-service kiosks hold no such key.
 */
public final class CodeKey {
    public static final int BYTES = 32;
    private static final String SCHEME = "einlass1";
    private static final int RANDOM_BYTES = Code.RANDOM_SYMBOLS * Alphabet.BITS / Byte.SIZE;

    private final EventId event;
    private final char generation;
    private final byte[] secret;

    /**
     * @param generation one symbol of the codes' alphabet
     * @param secret {@value #BYTES} bytes of chance; copied
     */
    public CodeKey(EventId event, char generation, byte[] secret) {
        if (Alphabet.value(generation) < 0 || secret.length != BYTES) {
            throw new IllegalArgumentException(
                    "A code key has one symbol of the code alphabet as generation and " + BYTES + " bytes of secret.");
        }
        this.event = event;
        this.generation = generation;
        this.secret = secret.clone();
    }

    public char generation() {
        return generation;
    }

    /** A new code. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public Code issue(CodeKind kind, RandomGenerator chance) {
        byte[] bytes = new byte[RANDOM_BYTES];
        chance.nextBytes(bytes);
        String random = Alphabet.spell(bytes, Code.RANDOM_SYMBOLS);
        return Code.assemble(kind, generation, random, tag(kind, random));
    }

    /**
     * Whether {@code code} was made with this key for this event; takes the same time for right and wrong
     * tags.
     */
    public boolean isGenuine(Code code) {
        byte[] expected = tag(code.kind(), code.random()).getBytes(UTF_8);
        return code.generation() == generation
                && MessageDigest.isEqual(expected, code.tag().getBytes(UTF_8));
    }

    private String tag(CodeKind kind, String random) {
        String message = String.join(
                "\0", SCHEME, event.text(), String.valueOf(kind.symbol()), String.valueOf(generation), random);
        return Alphabet.spell(Hmac.sha256(secret, message.getBytes(UTF_8)), Code.TAG_SYMBOLS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeKey key
                && key.event.equals(event)
                && key.generation == generation
                && MessageDigest.isEqual(key.secret, secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "code key of generation " + generation;
    }
}
