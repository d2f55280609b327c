package org.einlass.server.feed;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * The open lines over which devices and consoles are nudged. At most {@value #MOST} are open, and {@value
 * #MOST_EACH} of one holder, whose oldest gives way. A line whose last message did not get through, or whose
 * holder may not listen any more, is closed at the next one. Any thread may call it.
 */
public final class SseConnections implements AutoCloseable {
    static final int MOST = 500;
    static final int MOST_EACH = 4;

    /** Proxies and clients give a silent line up after 30 s and more. */
    public static final Duration USUAL_BEAT = Duration.ofSeconds(10);

    /** A rush of scans makes two nudges a second. */
    private static final Duration GATHERED = Duration.ofMillis(500);

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final ChangeNotifier changeNotifier;
    private final Feed feed;
    private final ScheduledExecutorService executor;
    private final Future<?> beating;
    private final AtomicLong order = new AtomicLong();
    private final Map<SseConnection, Line> lines = new ConcurrentHashMap<>();
    private final Map<EventId, Ring> rings = new ConcurrentHashMap<>();

    /** @param executor must not be the store's: lines are slow */
    public SseConnections(ChangeNotifier changeNotifier, Feed feed, ScheduledExecutorService executor, Duration beat) {
        this.changeNotifier = changeNotifier;
        this.feed = feed;
        this.executor = executor;
        this.beating =
                executor.scheduleWithFixedDelay(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Nudges {@code stream} at once and after each change of {@code event}, until it is closed.
     *
     * @throws Rejected where there is no such event, or too many lines are open
     */
    public void open(EventId event, SseConnection stream) {
        if (feed.end(event).isEmpty()) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
        add(event, stream);
        spareLine(stream.holder()).ifPresent(this::close);
        feed.end(event).ifPresent(end -> say(stream, end.number()));
    }

    private synchronized void add(EventId event, SseConnection stream) {
        if (lines.size() >= MOST) {
            throw Rejected.because(RejectionReason.OVERLOADED).again(RETRY);
        }
        lines.put(stream, new Line(event, order.incrementAndGet()));
        rings.computeIfAbsent(event, Ring::new);
    }

    /** The oldest of too many lines of one holder. */
    private Optional<SseConnection> spareLine(String holder) {
        List<SseConnection> held = lines.entrySet().stream()
                .filter(open -> open.getKey().holder().equals(holder))
                .sorted(Comparator.comparingLong(open -> open.getValue().order()))
                .map(Map.Entry::getKey)
                .toList();
        return held.size() > MOST_EACH ? Optional.of(held.get(0)) : Optional.empty();
    }

    /** How many lines are open. */
    int count() {
        return lines.size();
    }

    private void say(SseConnection stream, long number) {
        Line line = lines.get(stream);
        if (line != null) {
            send(stream, line, () -> stream.nudge(line.event().text(), number));
        }
    }

    private interface Message {
        CompletionStage<?> send();
    }

    private void send(SseConnection stream, Line line, Message message) {
        if (!line.isFree() || !mayListen(stream)) {
            close(stream);
            return;
        }
        line.sent(message.send().whenComplete((done, failure) -> {
            if (failure != null) {
                close(stream);
            }
        }));
    }

    private static boolean mayListen(SseConnection stream) {
        try {
            return stream.mayListen();
        } catch (RuntimeException unknown) {
            return false; // Whoever may listen comes again.
        }
    }

    private void close(SseConnection stream) {
        if (remove(stream)) {
            stream.close();
        }
    }

    /** Whether it was open; the last line of an event takes its ring along. */
    private synchronized boolean remove(SseConnection stream) {
        Line line = lines.remove(stream);
        if (line == null) {
            return false;
        }
        boolean last = lines.values().stream().noneMatch(other -> other.event().equals(line.event()));
        if (last) {
            Optional.ofNullable(rings.remove(line.event())).ifPresent(Ring::close);
        }
        return true;
    }

    private void beat() {
        lines.forEach((stream, line) -> send(stream, line, stream::beat));
    }

    @Override
    public void close() {
        beating.cancel(false);
        Set.copyOf(lines.keySet()).forEach(this::close);
    }

    /** One open line: its event, its age, and the message on its way. */
    private static final class Line {
        private final EventId event;
        private final long order;
        private @Nullable CompletableFuture<?> last;

        private Line(EventId event, long order) {
            this.event = event;
            this.order = order;
        }

        private EventId event() {
            return event;
        }

        private long order() {
            return order;
        }

        private synchronized boolean isFree() {
            return last == null || last.isDone();
        }

        private synchronized void sent(CompletionStage<?> message) {
            last = message.toCompletableFuture();
        }
    }

    /** All lines of one event, nudged together. */
    private final class Ring implements AutoCloseable {
        private final EventId event;
        private final ChangeNotifier.Subscription subscription;
        private volatile @Nullable Future<?> due;
        private volatile @Nullable RosterCursor said;

        private Ring(EventId event) {
            this.event = event;
            this.subscription = changeNotifier.listen(event, this::nudged);
        }

        private void nudged() {
            Future<?> waiting = due;
            if (waiting == null || waiting.isDone()) {
                due = executor.schedule(this::say, GATHERED.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void say() {
            RosterCursor end = feed.end(event).orElse(null);
            if (end == null || end.equals(said)) {
                return;
            }
            said = end;
            lines.forEach((stream, line) -> {
                if (line.event().equals(event)) {
                    SseConnections.this.say(stream, end.number());
                }
            });
        }

        @Override
        public void close() {
            subscription.close();
        }
    }
}
