package org.einlass.server.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Change;
import org.einlass.server.database.Store;

/**
 * Tells listeners that an event's feed has grown. A nudge carries nothing and may be lost or late; whoever wants to know
 * reads the feed, and polls besides. Many changes while a listener is busy make one nudge.
 */
public final class Nudges {
    private final Executor executor;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /** Listens to the commits of {@code store}; listeners run on {@code executor}, never on the writer's thread. */
    public Nudges(Store store, Executor executor) {
        this.executor = executor;
        store.onCommit(this::committed);
    }

    /** A listener's subscription, ended by closing it. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Calls {@code listener} soon after each change of {@code event}, never twice at the same time. */
    public Subscription listen(EventId event, Runnable listener) {
        Listening listening = new Listening(event, listener);
        listeners.add(listening);
        return () -> listeners.remove(listening);
    }

    private void committed(List<Change> changes) {
        for (Listening listening : listeners) {
            if (changes.stream().anyMatch(change -> change.event().equals(listening.event))) {
                listening.nudge(executor);
            }
        }
    }

    private static final class Listening {
        private final EventId event;
        private final Runnable listener;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private final Object one = new Object();

        private Listening(EventId event, Runnable listener) {
            this.event = event;
            this.listener = listener;
        }

        private void nudge(Executor executor) {
            if (waiting.compareAndSet(false, true)) {
                executor.execute(this::run);
            }
        }

        private void run() {
            synchronized (one) {
                waiting.set(false);
                listener.run();
            }
        }
    }
}
