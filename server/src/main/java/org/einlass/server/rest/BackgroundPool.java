package org.einlass.server.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;

/**
 * The threads for whatever takes long: papers, lists, rosters. The few threads that answer guests never wait
 * for it. At most {@value #MOST_WAITING} pieces of work wait; more are refused at once. Any thread may call
 * it.
 */
@ApplicationScoped
public class BackgroundPool {
    /**
     * More than the processors of a small machine: a list waits for its sender, and a file for a slow line.
     */
    private static final int FEWEST_THREADS = 4;

    private static final int MOST_WAITING = 256;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ExecutorService threads;

    /** One thread a processor, but at least {@value #FEWEST_THREADS}. */
    public BackgroundPool() {
        this(Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors()), MOST_WAITING);
    }

    BackgroundPool(int threads, int waiting) {
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), BackgroundPool::thread);
    }

    /** Keeps the class loader of whoever asks first: a request of this application. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "einlass-long-work");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A piece of long work; it knows nothing of the request, whose context stays on the request's own thread.
     */
    @FunctionalInterface
    public interface Piece<T> {
        T done() throws IOException;
    }

    /**
     * Does {@code piece} on a thread of its own.
     *
     * @return completed on that thread, exceptionally where the work failed, with what it threw as a cause
     * @throws ProblemException where too much waits already; says when to come again
     */
    public <T> CompletionStage<T> run(Piece<T> piece) {
        try {
            return CompletableFuture.supplyAsync(AuditAuthor.carried(() -> done(piece)), threads);
        } catch (RejectedExecutionException full) {
            throw ProblemException.of(ProblemKind.OVERLOADED).again(RETRY);
        }
    }

    private static <T> T done(Piece<T> piece) {
        try {
            return piece.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with the application; a list that was cut off is simply sent again. */
    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
