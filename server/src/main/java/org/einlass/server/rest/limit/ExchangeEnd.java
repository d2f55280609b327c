package org.einlass.server.rest.limit;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is given back when a request has been answered, or when its connection is gone, whichever comes first.
 * One for each connection, which has one request at a time. Any thread may call it.
 */
final class ExchangeEnd implements ServerConnection.CloseListener {
    private static final AttachmentKey<ExchangeEnd> KEY = AttachmentKey.create(ExchangeEnd.class);

    private final Queue<Runnable> work = new ArrayDeque<>();

    private ExchangeEnd() {}

    /** Runs {@code work} once at the end of this request; it may be run a second time where both ends meet. */
    static void of(HttpServerExchange exchange, Runnable work) {
        ServerConnection connection = exchange.getConnection();
        @Nullable ExchangeEnd end = connection.getAttachment(KEY);
        if (end == null) {
            end = new ExchangeEnd();
            connection.putAttachment(KEY, end);
            connection.addCloseListener(end);
        }
        end.add(exchange, work);
    }

    private void add(HttpServerExchange exchange, Runnable more) {
        boolean first;
        synchronized (this) {
            first = work.isEmpty();
            work.add(more);
        }
        if (first) {
            exchange.addExchangeCompleteListener((ended, others) -> {
                run();
                others.proceed();
            });
        }
    }

    private void run() {
        for (Runnable next = poll(); next != null; next = poll()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return work.poll();
    }

    @Override
    public void closed(ServerConnection connection) {
        run();
    }
}
