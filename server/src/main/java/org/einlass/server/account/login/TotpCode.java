package org.einlass.server.account.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of an authenticator app (TOTP, RFC 6238): six digits, a new one every 30 seconds, the neighbours of
 * the present one are good, too.
 */
final class TotpCode {
    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final int NEIGHBOURS = 1;
    private static final String ISSUER = "Einlass";

    private TotpCode() {}

    /** A new secret, as apps let people type it: base32. */
    static String newSecret(RandomGenerator chance) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return new Base32().encodeAsString(secret);
    }

    /** What an app reads from a QR code. */
    static String uri(String name, String secret) {
        String label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret + "&issuer=" + ISSUER;
    }

    /** Which step {@code code} is of; empty where it is of none near {@code now}. Blanks do not matter. */
    static OptionalLong step(String secret, String code, Instant now) {
        String digits = code.replace(" ", "");
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
        long present = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(present - NEIGHBOURS, present + NEIGHBOURS)
                .filter(step -> isSame(digits, at(generator, key, step)))
                .findFirst();
    }

    private static boolean isSame(String typed, String right) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String at(TimeBasedOneTimePasswordGenerator generator, SecretKeySpec key, long step) {
        try {
            Instant begin = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
            int code = generator.generateOneTimePassword(key, begin);
            return ("0".repeat(DIGITS) + code).substring(String.valueOf(code).length());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret of a second factor is damaged.", e);
        }
    }
}
