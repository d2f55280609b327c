package org.einlass.contract.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.einlass.contract.tls.KeyPin;
import org.jspecify.annotations.Nullable;

/**
 * The short code that stands on the device's and the organiser's screen: {@value #DIGITS} digits. Both sides
 * compute it from what they have seen; somebody in their midst, who shows the device another server's key or the
 * server another device's key, makes them differ but for one in a million.
 *
 * <p>That few digits are enough since the device is bound to its nonce by a commitment before the server tells
 * its own, and tells it only then (a commitment scheme as in RFC 6189, section 4.4.1.1): nobody in the midst can
 * try keys or nonces until two codes agree.
 */
public record ConfirmationCode(String digits) {
    public static final int DIGITS = 6;
    private static final BigInteger CODES = BigInteger.TEN.pow(DIGITS);

    /** @throws IllegalArgumentException where these are not {@value #DIGITS} digits */
    public ConfirmationCode {
        if (!digits.matches("[0-9]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("A confirmation code has " + DIGITS + " digits.");
        }
    }

    /**
     * Computes the code.
     *
     * @param pin the key behind the server: its event CA of today; null without HTTPS
     * @param key the device's
     */
    public static ConfirmationCode of(
            UUID enrolment, @Nullable KeyPin pin, DevicePublicKey key, String deviceNonce, String serverNonce) {
        byte[] hash = sha256(
                "einlass1 confirmation",
                enrolment.toString(),
                pin == null ? "" : pin.text(),
                key.text(),
                deviceNonce,
                serverNonce);
        BigInteger code = new BigInteger(1, hash).mod(CODES);
        return new ConfirmationCode(String.format(Locale.ROOT, "%0" + DIGITS + "d", code));
    }

    /** What the device says of its nonce before it tells it: 64 hexadecimal digits. */
    public static String commitment(DevicePublicKey key, String deviceNonce) {
        return HexFormat.of().formatHex(sha256("einlass1 commitment", key.text(), deviceNonce));
    }

    private static byte[] sha256(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /** For people: {@code 482 913}. */
    public String grouped() {
        return digits.substring(0, DIGITS / 2) + " " + digits.substring(DIGITS / 2);
    }
}
