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
import org.einlass.server.registration.imports.text.PlainText;
import org.einlass.server.registration.imports.text.Whitespace;

/**
 * By what a guest is known again when the list comes a second time: the list's own key, or a fingerprint of
 * the person.
 *
 * @param text {@code own:}, {@code code:} or {@code position:} and what the list says, or {@code sha256:} and
 *     64 hexadecimal digits
 */
public record RowKey(String text) {
    private static final String OWN = "own:";
    private static final String CODE = "code:";
    private static final String POSITION = "position:";
    private static final String FINGERPRINT = "sha256:";
    private static final String SEPARATOR = "\0";

    public RowKey {
        if (Stream.of(OWN, CODE, POSITION, FINGERPRINT).noneMatch(text::startsWith)) {
            throw new IllegalArgumentException("A row's key begins with own:, code:, position: or sha256:.");
        }
    }

    /** The key that the list gives; compared to the letter. */
    public static RowKey own(String key) {
        return new RowKey(OWN + key);
    }

    /** The ticket code, where a row has no key: eight tickets under one name are eight people. */
    static RowKey code(String code) {
        return new RowKey(CODE + code);
    }

    /** The place within an order, where a row has neither key nor code. */
    static RowKey position(String position) {
        return new RowKey(POSITION + position);
    }

    /**
     * A place whose person is still to be named: the list's third one of an organisation is so the next time,
     * too.
     */
    static RowKey unnamed(String organisation, int number) {
        return new RowKey(FINGERPRINT + digest(SEPARATOR + number + SEPARATOR + folded(organisation)));
    }

    /** True for a fingerprint. */
    public boolean isFingerprint() {
        return text.startsWith(FINGERPRINT);
    }

    /**
     * A fingerprint for lists without keys: the same name in the same organisation is the same guest. SHA-256
     * over the UTF-8 bytes of given name, particle and family name (joined by a blank) and, after a zero
     * byte, the organisation; both in NFKC, case folded, white space as single blanks. Titles, functions and
     * where the particle stands play no part: they change while the person stays.
     */
    public static RowKey fingerprint(Attendee attendee) {
        String name = Stream.of(attendee.givenName(), attendee.particle(), attendee.familyName())
                .collect(Collectors.joining(" "));
        String person = folded(name) + SEPARATOR + folded(attendee.organisation());
        return new RowKey(FINGERPRINT + digest(person));
    }

    /** SHA-256 of a text's UTF-8 bytes in hexadecimal digits. */
    static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** True where the list gave the key itself. */
    public boolean isOwn() {
        return text.startsWith(OWN);
    }

    /** Upper case first, so that "ß" and "SS" are one. */
    private static String folded(String text) {
        if (PlainText.isAscii(text)) {
            return Whitespace.single(text.toLowerCase(Locale.ROOT));
        }
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
