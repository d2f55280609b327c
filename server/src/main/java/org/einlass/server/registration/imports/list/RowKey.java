package org.einlass.server.registration.imports.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;

/**
 * By what a guest is known again when the list comes a second time: the list's own key, or a fingerprint of the person.
 *
 * @param text {@code own:} and the key as in the list, or {@code sha256:} and 64 hexadecimal digits
 */
public record RowKey(String text) {
    private static final String OWN = "own:";
    private static final String FINGERPRINT = "sha256:";
    private static final String SEPARATOR = "\0";

    public RowKey {
        if (!text.startsWith(OWN) && !text.startsWith(FINGERPRINT)) {
            throw new IllegalArgumentException("A guest's key begins with own: or sha256:, this one does not.");
        }
    }

    /** The key that the list gives; compared to the letter. */
    public static RowKey own(String key) {
        return new RowKey(OWN + key);
    }

    /**
     * A fingerprint for lists without keys: the same name in the same organisation is the same guest. SHA-256 over the
     * UTF-8 bytes of given name, particle and family name (joined by a blank) and, after a zero byte, the organisation;
     * both in NFKC, case folded, white space as single blanks. Titles, functions and where the particle stands play no
     * part: they change while the person stays.
     */
    public static RowKey fingerprint(Attendee attendee) {
        String name = Stream.of(attendee.givenName(), attendee.particle(), attendee.familyName())
                .collect(Collectors.joining(" "));
        String person = folded(name) + SEPARATOR + folded(attendee.organisation());
        return new RowKey(FINGERPRINT + HexFormat.of().formatHex(sha256(person)));
    }

    /** True where the list gave the key itself. */
    public boolean isOwn() {
        return text.startsWith(OWN);
    }

    /** Upper case first, so that "ß" and "SS" are one. */
    private static String folded(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Whitespace.single(Normalizer.normalize(lower, Normalizer.Form.NFKC));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    /** Keys are personal data, too: a secretariat may number its guests by staff number. */
    @Override
    public String toString() {
        return isOwn() ? "own key" : "fingerprint";
    }
}
