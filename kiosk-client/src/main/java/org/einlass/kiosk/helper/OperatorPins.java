package org.einlass.kiosk.helper;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.einlass.contract.id.OperatorId;

/**
 * Who may open this desk's screen: short names with a PIN each, in memory only, as salted PBKDF2 hashes. The first
 * to come after the program's start chooses both; others are taken in at an open desk. A PIN covers the screen and
 * guards no key: it is as short as a queue demands, so {@value #MOST_WRONG} wrong ones in a row are the end of it.
 */
public final class OperatorPins {
    static final int MOST_WRONG = 5;
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_OPERATORS = 200;
    private static final int ROUNDS = 20_000;
    private static final int BITS = 256;

    private final SecureRandom chance = new SecureRandom();
    private final Map<OperatorId, Hashed> known = new HashMap<>();
    private int wrong;
    private boolean takesNew = true;

    /** What became of an attempt. */
    public enum Attempt {
        OPENED,
        /** A short name has lower-case letters, digits and hyphens. */
        BAD_NAME,
        /** A PIN has {@value #FEWEST_DIGITS} to {@value #MOST_DIGITS} digits. */
        BAD_PIN,
        /** Not this name with this PIN. */
        WRONG,
        /** Too many wrong ones: an unlock card or the server has to open the desk. */
        BARRED
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Hashed(byte[] salt, byte[] hash) {}

    /** Somebody wants to open the desk. */
    public Attempt open(String name, String pin) {
        if (isBarred()) {
            return Attempt.BARRED;
        }
        Optional<OperatorId> operator = operator(name);
        if (operator.isEmpty()) {
            return Attempt.BAD_NAME;
        }
        if (!pin.matches("[0-9]{" + FEWEST_DIGITS + "," + MOST_DIGITS + "}")) {
            return Attempt.BAD_PIN;
        }
        Hashed right = known.get(operator.get());
        boolean opens = right == null ? takesNew && known.size() < MOST_OPERATORS : matches(right, pin);
        if (!opens) {
            wrong++;
            return isBarred() ? Attempt.BARRED : Attempt.WRONG;
        }
        if (right == null) {
            known.put(operator.get(), hashed(pin));
        }
        wrong = 0;
        takesNew = false;
        return Attempt.OPENED;
    }

    /** The operator of a short name as it was typed; empty for what is none. */
    public static Optional<OperatorId> operator(String name) {
        try {
            return Optional.of(new OperatorId(name.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The next one who comes may be new: whoever is at the open desk has said so, or has shown the unlock card. */
    public void takeNew() {
        takesNew = true;
        wrong = 0;
    }

    /** Nobody came: only those who are known may open the desk from now on. */
    public void takeNobodyNew() {
        takesNew = known.isEmpty();
    }

    public boolean isBarred() {
        return wrong >= MOST_WRONG;
    }

    private Hashed hashed(String pin) {
        byte[] salt = new byte[16];
        chance.nextBytes(salt);
        return new Hashed(salt, hash(salt, pin));
    }

    private static boolean matches(Hashed right, String pin) {
        return MessageDigest.isEqual(right.hash(), hash(right.salt(), pin));
    }

    private static byte[] hash(byte[] salt, String pin) {
        try {
            PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Java's own PBKDF2 is missing.", missing);
        }
    }
}
