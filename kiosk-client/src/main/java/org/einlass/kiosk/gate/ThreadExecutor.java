package org.einlass.kiosk.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own. What is handed over after it was closed is left undone, quietly. */
public final class ThreadExecutor implements SerialExecutor, AutoCloseable {
    private static final Logger LOG = System.getLogger(ThreadExecutor.class.getName());
    private static final int PATIENCE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor executor;

    /** @param name the thread's, as support sees it in a thread dump */
    public ThreadExecutor(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        try {
            var unused = executor.schedule(() -> logged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "Left undone: the program is ending.");
        }
    }

    /**
     * The top of the thread: a broken task is logged once and the next one runs. After an error of the
     * platform, too: the executor would swallow it, and a kiosk that goes on asks for help at the counter
     * rather than standing still.
     */
    private static void logged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "A task of the device failed; it goes on with the next one.", broken);
        }
    }

    /** Lets the running task end. From any other thread. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
