package org.einlass.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The arrivals of one event as the report counts them, kept for a moment. The next count begins when the
 * last one is {@value #SHARE} times as old as the shorter of the last two took, so that counting takes no more than a small part of a
 * processor however large the event is.
 */
final class LiveArrivals {
    private static final int SHARE = 20;
    private static final Duration LEAST = Duration.ofMillis(500);

    private final Store store;
    private final EventId event;
    private final Locale locale;
    private final Clock clock;
    private @Nullable Attendance counted;
    private Instant until = Instant.MIN;
    private Duration before = Duration.ZERO;

    LiveArrivals(Store store, EventId event, Locale locale, Clock clock) {
        this.store = store;
        this.event = event;
        this.locale = locale;
        this.clock = clock;
    }

    /** Counted now, or a moment ago. */
    synchronized Attendance count() {
        Attendance kept = counted;
        Instant now = clock.instant();
        if (kept != null && now.isBefore(until)) {
            return kept;
        }
        Attendance fresh = store.read(handle -> count(handle, now));
        Duration took = Duration.between(now, clock.instant());
        Duration pause = (took.compareTo(before) < 0 ? took : before).multipliedBy(SHARE);
        before = took;
        until = clock.instant().plus(pause.compareTo(LEAST) < 0 ? LEAST : pause);
        counted = fresh;
        return fresh;
    }

    private Attendance count(Handle handle, Instant now) {
        EventDocument document = EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        return AttendanceCount.of(
                document, AttendanceQueries.guests(handle, event), AttendanceQueries.facts(handle, event), locale, now);
    }
}
