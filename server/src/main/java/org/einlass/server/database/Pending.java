package org.einlass.server.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A writing that somebody waits for. Its result is told only after the commit. */
final class Pending<T> {
    private final WriteKey key;
    private final boolean alone;
    private final Writing<T> writing;
    private final CompletableFuture<T> promise = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Pending(WriteKey key, boolean alone, Writing<T> writing) {
        this.key = key;
        this.alone = alone;
        this.writing = writing;
    }

    WriteKey key() {
        return key;
    }

    /** Whether it wants a transaction of its own. */
    boolean alone() {
        return alone;
    }

    CompletableFuture<T> promise() {
        return promise;
    }

    /** Runs the writing and keeps its result for {@link #tell}. */
    List<Change> run(Handle handle, Map<Object, Object> together) {
        Transaction transaction = new Transaction(handle, together);
        result = null;
        failure = null;
        result = writing.in(transaction);
        return transaction.changes();
    }

    void keep(Throwable refused) {
        failure = refused;
    }

    /** Completes the promise, on the thread that calls. */
    void tell() {
        complete(result, failure);
    }

    void fail(Throwable reason, Executor answers) {
        answers.execute(() -> promise.completeExceptionally(reason));
    }

    @SuppressWarnings("NullAway") // the writing's own result, null only where T allows it
    private void complete(@Nullable T value, @Nullable Throwable refused) {
        if (refused == null) {
            promise.complete(value);
            return;
        }
        promise.completeExceptionally(refused);
    }
}
