package org.einlass.server.console.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.EventId;
import org.einlass.server.event.EventService;
import org.einlass.server.json.Json;
import org.einlass.server.live.LiveService;
import org.jspecify.annotations.Nullable;

/**
 * Sends the live page's view to whoever watches, once a second while anybody does. The view of an event is
 * written once for all who read it in the same language.
 */
@ApplicationScoped
public class LiveWatchers {
    /** As many as a server has lines for devices. */
    static final int MOST = 200;

    private static final System.Logger LOG = System.getLogger(LiveWatchers.class.getName());
    private static final long TICK_MILLIS = 1_000;

    private final ObjectMapper json = Json.mapper();
    private final Set<LiveWatcher> watchers = ConcurrentHashMap.newKeySet();
    private @Nullable Future<?> ticking;

    @Inject
    private LiveService live;

    @Inject
    private EventService events;

    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    /** What is watched. */
    record Watched(EventId event, @Nullable EventId earlier, Locale locale) {}

    /** Begins to send to a watcher. @return false where too many watch already */
    synchronized boolean add(LiveWatcher watcher) {
        if (watchers.size() >= MOST) {
            return false;
        }
        watchers.add(watcher);
        if (ticking == null) {
            ticking = executor.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private synchronized void rest() {
        Future<?> running = ticking;
        if (running != null && watchers.isEmpty()) {
            running.cancel(false);
            ticking = null;
        }
    }

    /** One failure must not end the ticking: the executor would never call again. */
    private void tick() {
        try {
            send();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The live page could not be told; trying again.", e);
        }
    }

    private void send() {
        watchers.removeIf(watcher -> !watcher.isOpen());
        if (watchers.isEmpty()) {
            rest();
            return;
        }
        Map<Watched, byte[]> messages = new HashMap<>();
        for (LiveWatcher watcher : watchers) {
            byte[] message = messages.computeIfAbsent(watcher.watched(), this::message);
            if (message.length > 0) {
                watcher.send(message);
            }
        }
    }

    /** One event of the stream; empty where the store does not answer at the moment. */
    private byte[] message(Watched watched) {
        try {
            return ("event: live\ndata: " + json.writeValueAsString(view(watched)) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException later) {
            LOG.log(Level.DEBUG, "The event cannot be looked at now; trying again.", later);
            return new byte[0];
        }
    }

    /** The view as it is now, or was less than a second ago. */
    LiveView view(Watched watched) {
        ZoneId zone = events.read(watched.event()).zone();
        return new LiveViews(watched.locale(), zone)
                .of(live.read(watched.event(), watched.earlier(), watched.locale()));
    }

    @PreDestroy
    void close() {
        Future<?> running = ticking;
        if (running != null) {
            running.cancel(false);
        }
        watchers.forEach(LiveWatcher::close);
    }
}
