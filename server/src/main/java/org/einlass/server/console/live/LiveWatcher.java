package org.einlass.server.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Somebody's open stream. It never blocks: who reads slowly misses views, and whoever takes none for
 * {@value #MOST_MISSED} seconds, or may not watch any more, is closed.
 */
final class LiveWatcher implements WriteListener {
    private static final int MOST_MISSED = 20;

    /** Whether somebody is still signed in is asked in the database. */
    private static final int ASKED_EVERY = 30;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final LiveWatchers.Watched watched;
    private final BooleanSupplier mayWatch;
    private boolean open = true;
    private int missed;
    private int sent;

    LiveWatcher(AsyncContext context, ServletOutputStream out, LiveWatchers.Watched watched, BooleanSupplier mayWatch) {
        this.context = context;
        this.out = out;
        this.watched = watched;
        this.mayWatch = mayWatch;
    }

    LiveWatchers.Watched watched() {
        return watched;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Sends a message, or leaves it out while the one before is still on its way. */
    synchronized void send(byte[] message) {
        if (!open) {
            return;
        }
        if (sent++ % ASKED_EVERY == ASKED_EVERY - 1 && !mayWatch.getAsBoolean()) {
            close();
            return;
        }
        try {
            if (out.isReady()) {
                missed = 0;
                out.write(message);
                if (out.isReady()) {
                    out.flush();
                }
            } else if (++missed > MOST_MISSED) {
                close();
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    @Override
    public void onWritePossible() {
        // The next message goes out with the next second.
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    synchronized void close() {
        if (open) {
            open = false;
            try {
                context.complete();
            } catch (IllegalStateException ended) {
                // The container has ended it already.
            }
        }
    }
}
