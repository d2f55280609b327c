package org.einlass.server.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;

/**
 * Lets programs in on the first day of a new server: an organiser's token in a file that only the server's user can
 * read. Like the link for people it ends after a day; whoever needs a token for longer makes one with a name, a scope
 * and an end ({@link ApiTokenService}).
 */
public final class BootstrapToken {
    /** What the token is called where it is kept. */
    public static final String NAME = "first start";

    private static final System.Logger LOG = System.getLogger(BootstrapToken.class.getName());
    private static final String FILE = "organiser.token";

    private final Store store;
    private final Clock clock;
    private final RandomGenerator chance;

    public BootstrapToken(Store store, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Makes the token, unless an organiser's token was made before; a file whose token is valid no more is removed, and
     * one that cannot be is told by a warning. The file is there before the token is valid.
     */
    public void prepare(Path data) {
        Instant now = clock.instant();
        if (store.<Boolean, RuntimeException>read(ApiTokenTable::hadOrganiser)) {
            removeWhereInvalid(data.resolve(FILE), now);
            return;
        }
        Token token = Token.next(chance);
        write(data.resolve(FILE), token);
        store.write(new WriteKey("", "", ""), transaction -> {
                    ApiToken known = new ApiToken("", NAME, Role.ORGANISER, null, now, now.plus(OrganiserLink.VALID));
                    ApiTokenTable.add(transaction.handle(), token, known);
                    return token;
                })
                .toCompletableFuture()
                .join();
    }

    /** Whatever token somebody has put there goes on, as long as it is valid. */
    private void removeWhereInvalid(Path file, Instant now) {
        try {
            boolean valid = Token.of(Files.readString(file).strip())
                    .filter(token -> store.<Boolean, RuntimeException>read(handle ->
                            ApiTokenTable.holding(handle, token.hash(), now).isPresent()))
                    .isPresent();
            if (!valid) {
                Files.delete(file);
            }
        } catch (NoSuchFileException none) {
            return;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The file {0} cannot be read or removed. Where nobody uses its token any more, delete it by hand; else"
                            + " give it to the user that the server runs as. ({1})",
                    file,
                    e.toString());
        }
    }

    private static void write(Path file, Token token) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, forOwnerOnly());
            Files.writeString(file, token.secret() + "\n", US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
