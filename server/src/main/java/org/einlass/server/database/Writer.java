package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that writes. It takes up to {@value Store#TOGETHER} waiting writings, without delay, and
 * commits them together.
 */
final class Writer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Writer.class.getName());

    private final BlockingQueue<QueuedWrite<?, ?>> queue;
    private final GroupCommit commits;
    private final Executor answers;
    private final Thread thread;
    private final int most;
    private volatile boolean closed;

    Writer(GroupCommit commits, Executor answers, int capacity, int most) {
        this.commits = commits;
        this.answers = answers;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.most = most;
        this.thread = new Thread(this::work, "einlass-writer");
        thread.start();
    }

    <Q, A> CompletionStage<A> submit(QueuedWrite<Q, A> pending) {
        if (closed) {
            pending.fail(new StoreUnavailable(StoreUnavailable.Reason.CLOSED), answers);
        } else if (!queue.offer(pending)) {
            pending.fail(new StoreUnavailable(StoreUnavailable.Reason.OVERLOADED), answers);
        } else if (closed) {
            abandonQueue();
        }
        return pending.promise();
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
        try {
            commits.run(batch);
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "The writer stumbled and goes on.", broken);
            commits.abandon(batch);
        }
    }

    private List<QueuedWrite<?, ?>> next() throws InterruptedException {
        List<QueuedWrite<?, ?>> batch = new ArrayList<>(most);
        QueuedWrite<?, ?> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        queue.drainTo(batch, most - 1);
        batch.sort(Comparator.comparing(QueuedWrite::key));
        return batch;
    }

    private void abandonQueue() {
        List<QueuedWrite<?, ?>> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(pending -> pending.fail(new StoreUnavailable(StoreUnavailable.Reason.CLOSED), answers));
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
