package org.einlass.server.console.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.einlass.contract.id.EventId;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;

/**
 * Server-sent events for the live page: its view, whole, once a second. The filter of the pages has looked at who
 * asks before.
 */
@WebServlet(name = LiveStream.NAME, urlPatterns = LiveStream.PATH, asyncSupported = true)
public class LiveStream extends HttpServlet {
    public static final String NAME = "live-stream";
    public static final String PATH = "/live-stream";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LiveWatchers watchers;

    @Inject
    private transient SignedIn signedIn;

    @Inject
    private transient Reader reader;

    @Inject
    private transient EarlierEvents earlierEvents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventId event = new EventId(request.getParameter("event"));
        LiveWatchers.Watched watched = new LiveWatchers.Watched(
                event,
                earlierEvents.chosen(event, request.getParameter("earlier")),
                reader.localeOf(request.getParameter("language")));
        BooleanSupplier mayWatch = signedIn.mayStillSee(PATH, event.text());
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        ServletOutputStream out = response.getOutputStream();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        LiveWatcher watcher = new LiveWatcher(context, out, watched, mayWatch);
        context.addListener(new Ending(watcher));
        out.setWriteListener(watcher);
        if (!watchers.add(watcher)) {
            watcher.close();
        }
    }

    /** However a stream ends, its watcher is told. */
    private static final class Ending implements AsyncListener {
        private final LiveWatcher watcher;

        private Ending(LiveWatcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void onComplete(AsyncEvent ended) {
            watcher.close();
        }

        @Override
        public void onTimeout(AsyncEvent ended) {
            watcher.close();
        }

        @Override
        public void onError(AsyncEvent ended) {
            watcher.close();
        }

        @Override
        public void onStartAsync(AsyncEvent ended) {
            // Nothing begins anew.
        }
    }
}
