package org.einlass.server.account.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106), as PHC strings. At most two hashes are made at once, so that
 * guests at the doors keep their processors; whoever would wait too long for a turn gets nothing. Any thread
 * may call it.
 */
public final class PasswordHasher {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Cost cost;
    private final RandomGenerator chance;
    private final Duration patience;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * What a hash costs.
     *
     * @param kilobytes of memory, in KiB
     */
    public record Cost(int kilobytes, int iterations, int lanes) {
        /** OWASP's first choice for Argon2id where many may sign in at once (19 MiB, two passes). */
        public static final Cost USUAL = new Cost(19_456, 2, 1);

        private boolean isLessThan(Cost other) {
            return kilobytes < other.kilobytes || iterations < other.iterations || lanes < other.lanes;
        }
    }

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public PasswordHasher(Cost cost, RandomGenerator chance) {
        this(cost, chance, PATIENCE);
    }

    /** @param patience how long somebody waits for a turn */
    PasswordHasher(Cost cost, RandomGenerator chance, Duration patience) {
        this.cost = cost;
        this.chance = chance;
        this.patience = patience;
    }

    /** How many hashes could begin at this moment. */
    int freeTurns() {
        return turns.availablePermits();
    }

    /** What is kept of a password; empty where too many wait. */
    public Optional<String> hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return inTurn(() -> text(cost, salt, hash(password, cost, salt, HASH_BYTES)));
    }

    /** What no password was made of and none matches, except by a chance of 2^-256; to compare takes as long as with any other. */
    String matchedByNone() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        chance.nextBytes(salt);
        chance.nextBytes(hash);
        return text(cost, salt, hash);
    }

    /**
     * Whether {@code password} is the one that {@code phc} was made of; empty where too many wait.
     *
     * @throws IllegalArgumentException where {@code phc} is no such string
     */
    public Optional<Boolean> matches(String phc, String password) {
        Matcher parts = parts(phc);
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] hash = Base64.getDecoder().decode(parts.group(5));
        return inTurn(() -> MessageDigest.isEqual(hash, hash(password, cost(parts), salt, hash.length)));
    }

    /** Whether {@code phc} cost less to make than one would today. */
    public boolean isOutdated(String phc) {
        return cost(parts(phc)).isLessThan(cost);
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    /** Composed or not, a letter is the same letter on every keyboard (NIST SP 800-63B, section 3.1.1.2). */
    private static byte[] hash(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kilobytes())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8), hash);
        return hash;
    }

    private static String text(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kilobytes() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static Matcher parts(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A kept password is no Argon2id hash in PHC form.");
        }
        return parts;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
