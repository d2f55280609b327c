package org.einlass.server.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;

/** Gives a new server its first organiser: a token in a file that only the server's user can read. */
public final class BootstrapToken {
    /** What the token is called where it is kept. */
    public static final String NAME = "first start";

    private static final String FILE = "organiser.token";

    private final Store store;
    private final Clock clock;
    private final RandomGenerator chance;

    public BootstrapToken(Store store, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
    }

    /** Does nothing where a token was made before. The file is there before the token is valid. */
    public void prepare(Path data) {
        if (store.<Boolean, RuntimeException>read(ApiTokenTable::hadOrganiser)) {
            return;
        }
        Token token = Token.next(chance);
        write(data.resolve(FILE), token);
        store.write(new WriteKey("", "", ""), transaction -> {
                    ApiToken known = new ApiToken("", NAME, Role.ORGANISER, null, clock.instant(), null);
                    ApiTokenTable.add(transaction.handle(), token, known);
                    return token;
                })
                .toCompletableFuture()
                .join();
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
