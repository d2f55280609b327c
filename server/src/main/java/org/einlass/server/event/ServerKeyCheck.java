package org.einlass.server.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.einlass.server.database.KeyCanaryTable;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.database.WriteKey;
import org.jdbi.v3.core.Handle;

/**
 * Holds a server to the key under which the secrets of its database are sealed, by a sealed row that the
 * first start writes. A new key beside a full database would make every code, badge and login of it
 * unreadable.
 */
public final class ServerKeyCheck {
    private static final String CANARY = "einlass";
    private static final String PLACE = "canary";

    private ServerKeyCheck() {}

    /**
     * The key in {@code file}, made of chance only for a database that holds nothing sealed yet.
     *
     * @throws StoreUnusable with one sentence, where the key is missing, damaged or not that of the database
     */
    public static ServerKey keyOf(Store store, Path file, Instant now) {
        boolean sealed = store.read(handle -> KeyCanaryTable.sealed(handle).isPresent()
                || CodeKeyTable.anyEvent(handle).isPresent());
        if (sealed && !Files.exists(file)) {
            throw new StoreUnusable(
                    "The key file " + file
                            + " is missing, and without it nobody can read this database: restore the key"
                            + " file from the backup.",
                    null);
        }
        ServerKey key = ServerKey.of(file);
        check(store, key, file);
        store.writeAlone(
                        new WriteKey("", "", ""),
                        transaction -> KeyCanaryTable.putIfAbsent(transaction.handle(), key.seal(CANARY, PLACE), now))
                .toCompletableFuture()
                .join();
        check(store, key, file);
        return key;
    }

    /** Also after writing: another node may have been faster, with another key. */
    private static void check(Store store, ServerKey key, Path file) {
        if (!store.read(handle -> opens(handle, key))) {
            throw new StoreUnusable(
                    "The key in " + file + " is not the one that this database was sealed under: restore the key file"
                            + " that belongs to it.",
                    null);
        }
    }

    private static boolean opens(Handle handle, ServerKey key) {
        try {
            Optional<String> canary = KeyCanaryTable.sealed(handle);
            if (canary.isPresent()) {
                return CANARY.equals(key.open(canary.get(), PLACE));
            }
            // A database of an earlier program has no such row, but the keys of its codes.
            CodeKeyTable.anyEvent(handle).ifPresent(event -> new CodeKeyTable(key).newest(handle, event));
            return true;
        } catch (IllegalStateException | IllegalArgumentException anotherKey) {
            return false;
        }
    }
}
