package org.einlass.server.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A question that somebody wants to be written and waits for. What came of it is told only after the commit.
 *
 * @param <Q> what is to be written
 * @param <A> what comes of it
 */
final class QueuedWrite<Q, A> {
    private final WriteKey key;
    private final boolean alone;
    private final WriteLane lane;
    private final int units;
    private final BatchWrite<Q, A> writing;
    private final Q question;
    private final CompletableFuture<A> promise = new CompletableFuture<>();
    private @Nullable A result;
    private @Nullable Throwable failure;

    QueuedWrite(WriteKey key, boolean alone, BatchWrite<Q, A> writing, Q question) {
        this(key, alone, WriteLane.of(key, alone), alone ? WriteQueue.BATCH : 1, writing, question);
    }

    /** @param units how much of a batch it is */
    QueuedWrite(WriteKey key, boolean alone, WriteLane lane, int units, BatchWrite<Q, A> writing, Q question) {
        this.key = key;
        this.alone = alone;
        this.lane = lane;
        this.units = units;
        this.writing = writing;
        this.question = question;
    }

    WriteKey key() {
        return key;
    }

    /** Whether it wants a transaction of its own. */
    boolean alone() {
        return alone;
    }

    WriteLane lane() {
        return lane;
    }

    int units() {
        return units;
    }

    CompletableFuture<A> promise() {
        return promise;
    }

    /** Cuts a batch where one kind of writing ends and another begins. */
    static List<List<QueuedWrite<?, ?>>> alike(List<QueuedWrite<?, ?>> batch) {
        List<List<QueuedWrite<?, ?>>> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= batch.size(); to++) {
            if (to == batch.size() || batch.get(to).writing != batch.get(from).writing) {
                runs.add(batch.subList(from, to));
                from = to;
            }
        }
        return runs;
    }

    /** Writes what this and others of its kind ask for, and keeps what came of it for {@link #tell}. */
    List<FeedChange> run(List<QueuedWrite<?, ?>> alike, Handle handle, Map<Object, Object> together) {
        List<QueuedWrite<Q, A>> same = new ArrayList<>(alike.size());
        alike.forEach(pending -> same.add(ofSameKind(pending)));
        Transaction transaction = new Transaction(handle, together);
        same.forEach(QueuedWrite::forget);
        List<A> results = writing.in(
                transaction, same.stream().map(pending -> pending.question).toList());
        for (int i = 0; i < same.size(); i++) {
            same.get(i).result = results.get(i);
        }
        return transaction.changes();
    }

    /** The same object writes for both, so both ask what it understands. */
    @SuppressWarnings("unchecked")
    private QueuedWrite<Q, A> ofSameKind(QueuedWrite<?, ?> other) {
        if (other.writing != writing) {
            throw new IllegalArgumentException("Two kinds of writing cannot be written as one.");
        }
        return (QueuedWrite<Q, A>) other;
    }

    private void forget() {
        result = null;
        failure = null;
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

    @SuppressWarnings("NullAway") // the writing's own result, null only where A allows it
    private void complete(@Nullable A value, @Nullable Throwable refused) {
        if (refused == null) {
            promise.complete(value);
            return;
        }
        promise.completeExceptionally(refused);
    }
}
