package org.einlass.server.console;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ServletInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives pages threads of their own, two at most, so that organisers who click never hold up the threads that
 * answer doors.
 */
public final class PageThreads implements ServletExtension {
    static final String SERVLET = "pages";
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 60;

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        ServletInfo pages = deployment.getServlets().get(SERVLET);
        if (pages == null) {
            throw new IllegalStateException("web.xml names no servlet " + SERVLET + ".");
        }
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PageThreads::thread);
        threads.allowCoreThreadTimeOut(true);
        pages.setExecutor(threads);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "einlass-page");
        thread.setDaemon(true);
        return thread;
    }
}
