package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The one thread that writes. It takes up to {@value Store#TOGETHER} waiting writings, without delay and in the
 * order of {@link WriteQueue}, and commits them together.
 */
final class Writer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Writer.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final WriteQueue<QueuedWrite<?, ?>> queue;
    private final GroupCommit commits;
    private final Executor answers;
    private final Thread thread;
    private final LongSupplier nanos;
    private volatile long busySince;
    private volatile long askedAt;
    private volatile boolean asked;
    private volatile boolean busy;
    private volatile boolean closed;

    Writer(GroupCommit commits, Executor answers, int capacity, int most, LongSupplier nanos) {
        this.commits = commits;
        this.answers = answers;
        this.queue = new WriteQueue<>(capacity, most);
        this.nanos = nanos;
        this.thread = new Thread(this::work, "einlass-writer");
        thread.start();
    }

    <Q, A> CompletionStage<A> submit(QueuedWrite<Q, A> pending) {
        if (pending.lane().kind() == WriteLane.Kind.QUESTION) {
            askedAt = nanos.getAsLong();
            asked = true;
        }
        if (closed) {
            pending.fail(new StoreUnavailable(StoreUnavailable.Reason.CLOSED), answers);
        } else if (!offer(pending)) {
            pending.fail(new StoreUnavailable(StoreUnavailable.Reason.OVERLOADED), answers);
        } else if (closed) {
            abandonQueue();
        }
        return pending.promise();
    }

    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    boolean askedWithin(Duration time) {
        return asked && nanos.getAsLong() - askedAt < time.toNanos();
    }

    int capacity() {
        return queue.capacity();
    }

    private void work() {
        while (!closed) {
            try {
                write(next());
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        abandonQueue();
        commits.close();
    }

    /**
     * Whatever breaks in a writing, even the program itself, breaks neither the writer nor anybody's waiting.
     */
    private void write(List<QueuedWrite<?, ?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            busySince = nanos.getAsLong();
            busy = true;
            commits.run(batch);
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "The writer stumbled and goes on.", broken);
            commits.abandon(batch);
        } finally {
            busy = false;
        }
    }

    private boolean offer(QueuedWrite<?, ?> pending) {
        lock.lock();
        try {
            boolean room = queue.offer(pending.lane(), pending.units(), pending);
            arrived.signal();
            return room;
        } finally {
            lock.unlock();
        }
    }

    private List<QueuedWrite<?, ?>> next() throws InterruptedException {
        List<QueuedWrite<?, ?>> batch;
        lock.lock();
        try {
            while (queue.size() == 0 && !closed) {
                if (!arrived.await(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            batch = queue.take();
        } finally {
            lock.unlock();
        }
        batch.sort(Comparator.comparing(QueuedWrite::key));
        return batch;
    }

    private void abandonQueue() {
        List<QueuedWrite<?, ?>> rest;
        lock.lock();
        try {
            rest = queue.drain();
        } finally {
            lock.unlock();
        }
        rest.forEach(pending -> pending.fail(new StoreUnavailable(StoreUnavailable.Reason.CLOSED), answers));
    }

    /** For how long the present batch is being written; zero where none is. */
    Duration lag() {
        return busy ? Duration.ofNanos(nanos.getAsLong() - busySince) : Duration.ZERO;
    }

    /** Ends the batch that is being written, and takes no other. */
    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
