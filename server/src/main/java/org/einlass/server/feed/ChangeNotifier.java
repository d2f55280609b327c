package org.einlass.server.feed;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.ClusterNotifier;
import org.einlass.server.database.FeedChange;
import org.einlass.server.database.Store;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners that an event's feed has grown, here or on another server of the same database. A nudge
 * carries nothing and may be lost or late; whoever wants to know reads the feed, and polls besides. Many
 * changes while a listener is busy make one nudge.
 */
public final class ChangeNotifier implements AutoCloseable {
    /** How often a server looks for itself whether others have written (DESIGN 6). */
    public static final Duration USUAL_POLL = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(ChangeNotifier.class.getName());

    private final ScheduledExecutorService executor;
    private final Feed feed;
    private final ClusterNotifier clusterNotifier;
    private final @Nullable Future<?> polling;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final Map<EventId, RosterCursor> seen = new ConcurrentHashMap<>();

    /**
     * Listens to the commits of {@code store} and, where others write into the same database, to them.
     *
     * @param executor what listeners run on, never on the writer's thread
     */
    public ChangeNotifier(Store store, ScheduledExecutorService executor, Duration poll) {
        this(store, executor, poll, store::calls);
    }

    /** @param calling how others are called and heard */
    ChangeNotifier(
            Store store,
            ScheduledExecutorService executor,
            Duration poll,
            Function<ClusterNotifier.Listener, ClusterNotifier> calling) {
        this.executor = executor;
        this.feed = new Feed(store);
        this.clusterNotifier = calling.apply(new Elsewhere());
        store.onCommit(this::committed);
        this.polling = clusterNotifier.hasOthers()
                ? executor.scheduleWithFixedDelay(this::poll, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS)
                : null;
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

    private void committed(List<FeedChange> changes) {
        Set<EventId> events = changes.stream().map(FeedChange::event).collect(Collectors.toSet());
        clusterNotifier.grown(events);
        events.forEach(this::nudge);
    }

    private void nudge(EventId event) {
        for (Listening listening : listeners) {
            if (listening.event.equals(event)) {
                listening.nudge(executor);
            }
        }
    }

    /** One failure must not end the polling: the executor would never call again. */
    private void poll() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The feeds could not be asked; trying again.", e);
        }
    }

    /** Asks the feeds of all events that somebody listens to. */
    private void look() {
        Set<EventId> events =
                listeners.stream().map(listening -> listening.event).collect(Collectors.toSet());
        seen.keySet().retainAll(events);
        for (EventId event : events) {
            feed.end(event).filter(end -> !end.equals(seen.put(event, end))).ifPresent(grown -> nudge(event));
        }
    }

    @Override
    public void close() {
        if (polling != null) {
            polling.cancel(false);
        }
        clusterNotifier.close();
    }

    private final class Elsewhere implements ClusterNotifier.Listener {
        @Override
        public void grown(EventId event) {
            nudge(event);
        }

        @Override
        public void lost() {
            listeners.forEach(listening -> listening.nudge(executor));
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

        private void nudge(ScheduledExecutorService executor) {
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
