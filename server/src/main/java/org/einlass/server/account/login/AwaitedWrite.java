package org.einlass.server.account.login;

import java.util.concurrent.CompletionException;
import org.einlass.server.database.Store;
import org.einlass.server.database.Write;
import org.einlass.server.database.WriteKey;

/** Writes what somebody waits for who is looked after by one thread: sign-in and the care for people. */
final class AwaitedWrite {
    private AwaitedWrite() {}

    /** Returns after the commit; throws what the writing or the store threw. */
    static <T> T in(Store store, Write<T> writing) {
        try {
            return store.write(new WriteKey("", "", ""), writing)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }
}
