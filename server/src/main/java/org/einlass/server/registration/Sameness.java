package org.einlass.server.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;

/**
 * By what a registration list's row is known again when the list comes a second time: the organiser's own key, or else a
 * fingerprint of given name, particle, family name and organisation.
 *
 * <p>The fingerprint is SHA-256 over these four, each in Unicode form NFKC, lower case, with single blanks, separated by
 * line feeds. Whoever changes one of them in a list without keys makes a new registration.
 */
public record Sameness(Kind kind, String text) {

    /** What the sameness rests on. */
    public enum Kind {
        OWN_KEY,
        FINGERPRINT
    }

    /** Known by the organiser's key, of 1 to 120 characters. */
    public static Sameness ofKey(String key) {
        return new Sameness(Kind.OWN_KEY, key);
    }

    /** Known by name and organisation. */
    public static Sameness ofPerson(Attendee attendee) {
        String message = Stream.of(
                        attendee.givenName(), attendee.particle(), attendee.familyName(), attendee.organisation())
                .map(Sameness::plain)
                .collect(Collectors.joining("\n"));
        return new Sameness(Kind.FINGERPRINT, HexFormat.of().formatHex(sha256(message)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static byte[] sha256(String message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /** Without key and fingerprint. */
    @Override
    public String toString() {
        return kind.name();
    }
}
