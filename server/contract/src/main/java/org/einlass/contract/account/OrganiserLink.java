package org.einlass.contract.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one-time link by which the first organiser chooses name and password. Its secret stands in a file of
 * the server's data folder that only its owner can read; whoever may read or write that file owns the server
 * anyway.
 *
 * @param secret 256 bits of chance, as 43 symbols of base64url
 * @param expires from when on the secret opens nothing
 */
public record OrganiserLink(String secret, Instant expires) {
    /** How long a link is valid. */
    public static final Duration VALID = Duration.ofHours(24);

    private static final String FILE = "organiser.link";
    private static final String PAGE = "first-organiser.xhtml";
    private static final int BYTES = 32;

    /** A new link. {@code chance} must be a {@link java.security.SecureRandom} outside tests. */
    public static OrganiserLink next(RandomGenerator chance, Instant now) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new OrganiserLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), now.plus(VALID));
    }

    /** The file in the data folder. */
    public static Path file(Path data) {
        return data.resolve(FILE);
    }

    /**
     * The link that is still valid at {@code now}; empty where there is none, or what stands there is none.
     */
    public static Optional<OrganiserLink> read(Path data, Instant now) throws IOException {
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(data), US_ASCII);
        try {
            return lines.size() == 2
                    ? Optional.of(new OrganiserLink(lines.get(0), Instant.parse(lines.get(1))))
                            .filter(link -> now.isBefore(link.expires()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Puts this link in the place of any other. The file is whole or not there, and never readable for
     * others.
     */
    public void write(Path data) throws IOException {
        Path whole = Files.createTempFile(data, FILE, ".tmp", forOwnerOnly());
        Files.writeString(whole, secret + "\n" + expires + "\n", US_ASCII, StandardOpenOption.SYNC);
        Files.move(whole, file(data), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes an end of this link and of any other.
     *
     * @return whether there was one: of two callers one hears yes
     */
    public static boolean delete(Path data) throws IOException {
        return Files.deleteIfExists(file(data));
    }

    /** Whether {@code text} is the secret; takes the same time for every wrong one of its length. */
    public boolean isSecret(String text) {
        return MessageDigest.isEqual(secret.getBytes(US_ASCII), text.getBytes(US_ASCII));
    }

    /** What the organiser opens. The secret stands in the fragment, which browsers send to nobody. */
    public URI at(URI server) {
        return server.resolve("/" + PAGE + "#" + secret);
    }

    @Override
    public String toString() {
        return "organiser link until " + expires;
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
