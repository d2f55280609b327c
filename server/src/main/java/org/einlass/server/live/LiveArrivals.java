package org.einlass.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.reports.statistics.Attendance;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.feed.Feed;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The arrivals of one event as the report counts them. They are counted anew only where the event has changed since, and
 * {@value #SHARE} times as long after the last count as the shorter of the last two took: counting takes a twentieth of a
 * processor at the most, however large the event is. Whoever reads is told when they were counted.
 */
final class LiveArrivals {
    private static final int SHARE = 20;
    private static final Duration LEAST = Duration.ofMillis(500);

    /** A count of the same event is not believed for longer, whatever its feed says. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Store store;
    private final EventId event;
    private final Locale locale;
    private final Clock clock;
    private @Nullable Kept kept;
    private Instant until = Instant.MIN;
    private Duration before = Duration.ZERO;

    LiveArrivals(Store store, EventId event, Locale locale, Clock clock) {
        this.store = store;
        this.event = event;
        this.locale = locale;
        this.clock = clock;
    }

    /**
     * Arrivals as they were at a moment.
     *
     * @param at later than the count where nothing has changed since
     */
    record Counted(Attendance attendance, Instant at) {}

    /** What was counted from which state of the event. */
    private record Kept(Attendance attendance, RosterCursor end, EventDocument document) {
        private boolean isSoStill(RosterCursor now, EventDocument asItIs, Instant moment) {
            return end.equals(now)
                    && document.equals(asItIs)
                    && moment.isBefore(attendance.generatedAt().plus(LONGEST));
        }
    }

    /** Counted now, or a moment ago. */
    synchronized Counted count() {
        Kept last = kept;
        Instant now = clock.instant();
        if (last == null || !now.isBefore(until)) {
            return store.read(handle -> count(handle, last, now));
        }
        return new Counted(last.attendance(), last.attendance().generatedAt());
    }

    private Counted count(Handle handle, @Nullable Kept last, Instant now) {
        EventDocument document = EventTable.document(handle, event).orElseThrow(LiveArrivals::unknown);
        RosterCursor end = Feed.end(handle, event).orElseThrow(LiveArrivals::unknown);
        if (last != null && last.isSoStill(end, document, now)) {
            return new Counted(last.attendance(), now);
        }
        Attendance fresh = AttendanceCount.live(
                document, AttendanceQueries.guests(handle, event), AttendanceQueries.facts(handle, event), locale, now);
        kept = new Kept(fresh, end, document);
        pauseAfter(Duration.between(now, clock.instant()));
        return new Counted(fresh, now);
    }

    private void pauseAfter(Duration took) {
        Duration pause = (took.compareTo(before) < 0 ? took : before).multipliedBy(SHARE);
        before = took;
        until = clock.instant().plus(pause.compareTo(LEAST) < 0 ? LEAST : pause);
    }

    private static UnknownEventOrDoor unknown() {
        return new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
    }
}
