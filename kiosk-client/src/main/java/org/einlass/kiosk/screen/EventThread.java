package org.einlass.kiosk.screen;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.SwingUtilities;

/** The thread that owns all components: the only way from other threads to the screen. */
public final class EventThread {

    private EventThread() {}

    /** Soon, in order; from any thread. */
    public static void later(Runnable work) {
        SwingUtilities.invokeLater(work);
    }

    /** Now, and waits for the end; from any thread. */
    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (SwingUtilities.isEventDispatchThread()) {
            task.run();
            return resultOf(task);
        }
        try {
            SwingUtilities.invokeAndWait(task);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen was at work", interrupted);
        } catch (InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
        return resultOf(task);
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen was at work", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the screen failed", failed.getCause());
        }
    }
}
