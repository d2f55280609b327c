package org.einlass.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.database.WriteKey;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServerKeyCheckTest {
    private static final Instant NOW = Instant.parse("2022-07-04T07:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aNewDatabaseGetsAKeyThatItKnowsAgain(Databases database) throws IOException {
        try (Store store = Store.open(database.furnished(folder))) {
            String sealed = key(store, "key").seal("a secret", "a place");

            assertThat(key(store, "key").open(sealed, "a place")).isEqualTo("a secret");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithoutItsKeyIsRefusedAndNoKeyIsMade(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            key(store, "key");

            assertRefused(store, "moved", "is missing");

            assertThat(folder.resolve("moved")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithAnotherKeyIsRefused(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            key(store, "key");
            ServerKey.of(folder.resolve("other"));

            assertRefused(store, "other", "is not the one");
            key(store, "key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfAnEarlierProgramIsHeldToTheKeyOfItsCodes(Databases database) {
        try (Store store = Store.open(database.furnished(folder))) {
            addEvent(store, ServerKey.of(folder.resolve("key")));
            ServerKey.of(folder.resolve("other"));

            assertRefused(store, "other", "is not the one");
            assertRefused(store, "moved", "is missing");
            key(store, "key");
            assertRefused(store, "other", "is not the one");
        }
    }

    private static void addEvent(Store store, ServerKey key) {
        EventId event = new EventId("dt22");
        store.writeAlone(WriteKey.of(event), transaction -> {
                    transaction.handle().execute("""
                            insert into events (id, title_german, title_english, zone, salt, incarnation)
                            values ('dt22', 'Tag', 'Day', 'Europe/Berlin', 'ab', 'i')
                            """);
                    return new CodeKeyTable(key).create(transaction.handle(), event, NOW);
                })
                .toCompletableFuture()
                .join();
    }

    private ServerKey key(Store store, String file) {
        return ServerKeyCheck.keyOf(store, folder.resolve(file), NOW);
    }

    private void assertRefused(Store store, String file, String why) {
        assertThatThrownBy(() -> key(store, file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining(why)
                .hasMessageContaining("restore the key file");
    }
}
