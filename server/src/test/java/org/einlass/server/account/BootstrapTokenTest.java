package org.einlass.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.server.account.login.TurnedClock;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The token for programs on a server's first day, on both kinds of database. */
final class BootstrapTokenTest {
    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();
    private final SecureRandom chance = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void opensEverythingForADayAndIsThenGone(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            start(store);
            Token token = token();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            clock.turn(OrganiserLink.VALID.minus(Duration.ofSeconds(1)));
            start(store);
            assertThat(token()).as("the second start").isEqualTo(token);
            assertThat(holder(store, token)).isEqualTo(Role.ORGANISER);

            clock.turn(Duration.ofSeconds(1));

            assertThat(holder(store, token)).isNull();
            start(store);
            assertThat(file()).as("none is made again").doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherTokenInItsPlaceStaysWhileItIsValid(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            start(store);
            ApiTokenService tokens = new ApiTokenService(store, new Accounts(store, clock), clock, chance);
            Token own = tokens.make(
                            "backups", Role.ORGANISER, null, clock.instant().plus(Duration.ofDays(30)))
                    .toCompletableFuture()
                    .join()
                    .secret();
            Files.writeString(file(), own.secret() + "\n");

            clock.turn(Duration.ofDays(2));
            start(store);

            assertThat(token()).isEqualTo(own);
            assertThat(holder(store, own)).isEqualTo(Role.ORGANISER);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFileThatCannotBeReadKeepsNoServerFromStarting(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            start(store);
            Files.delete(file());
            Files.createDirectories(file().resolve("within"));

            assertThatCode(() -> start(store)).doesNotThrowAnyException();

            assertThat(file()).isDirectory();
        }
    }

    private void start(Store store) {
        new BootstrapToken(store, clock, chance).prepare(folder);
    }

    private Path file() {
        return folder.resolve("organiser.token");
    }

    private Token token() throws IOException {
        return new Token(Files.readString(file()).strip());
    }

    private Role holder(Store store, Token token) {
        return new Accounts(store, clock).holding(token).map(Account::role).orElse(null);
    }
}
