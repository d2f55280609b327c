package org.einlass.server.database;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be opened at all. The message is one sentence for the operator, with the place and the
 * remedy.
 */
public final class StoreUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
