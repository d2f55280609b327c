package org.einlass.server.console;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ServletInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives pages threads of their own, for half of the processors at most, and a bounded queue before them, so that neither organisers who
 * click nor strangers who load the page for signing in hold up the threads that answer doors, or fill the memory.
 */
public final class PageThreads implements ServletExtension {
    static final String SERVLET = "pages";

    /** The other half of the processors is left to doors, whose answers are a thousandth of the work of a page. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int IDLE_SECONDS = 60;

    /** Some seconds of work; whoever comes later is better told so than kept. */
    private static final int USUALLY_WAITING = 100;

    private static final String WAITING = "einlass.pages.waiting";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        ServletInfo pages = deployment.getServlets().get(SERVLET);
        if (pages == null) {
            throw new IllegalStateException("web.xml names no servlet " + SERVLET + ".");
        }
        pages.setExecutor(threads(Integer.getInteger(WAITING, USUALLY_WAITING)));
    }

    /** @param waiting how many requests for pages may wait; one more is refused, and Undertow answers it 503 */
    static ThreadPoolExecutor threads(int waiting) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                PageThreads::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "einlass-page");
        thread.setDaemon(true);
        return thread;
    }
}
