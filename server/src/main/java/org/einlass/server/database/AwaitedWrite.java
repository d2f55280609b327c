package org.einlass.server.database;

import java.util.concurrent.CompletionException;

/** Writes for callers that wait: whoever signs in, or reads what has to be written down first. */
public final class AwaitedWrite {
    private AwaitedWrite() {}

    /** Returns after the commit; throws what the writing or the store threw. */
    public static <T> T in(Store store, Write<T> writing) {
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
