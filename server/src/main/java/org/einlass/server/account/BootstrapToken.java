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
    private static final String FILE = "organiser.token";

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final RandomGenerator chance;

    public BootstrapToken(Store store, Accounts accounts, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.chance = chance;
    }

    /** Does nothing where there is an organiser already. The file is there before the token is valid. */
    public void prepare(Path data) {
        if (accounts.hasOrganiser()) {
            return;
        }
        Token token = Token.next(chance);
        write(data.resolve(FILE), token);
        store.write(new WriteKey("", "", ""), transaction -> {
                    Accounts.add(transaction, token, Role.ORGANISER, "first start", clock.instant());
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
