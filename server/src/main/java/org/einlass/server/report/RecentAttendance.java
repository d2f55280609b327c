package org.einlass.server.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.reports.statistics.Attendance;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.feed.Feed;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceFacts;
import org.einlass.server.statistics.AttendanceQueries;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one event for screens that ask again and again. It is counted anew only {@value #SHARE} times as
 * long after the last count as the shorter of the last two took: counting takes a twentieth of a processor at the
 * most, however large the event is. Whoever reads is told when it was counted. Any thread may call it.
 */
public final class RecentAttendance {
    private static final int SHARE = 20;

    /** A count of the same event is not believed for longer, whatever its feed says. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Store store;
    private final EventId event;
    private final Clock clock;
    private final Counting counting;
    private final Duration believed;
    private final Duration least;
    private @Nullable Kept kept;
    private Instant until = Instant.MIN;
    private Duration before = Duration.ZERO;

    private RecentAttendance(
            Store store, EventId event, Clock clock, Counting counting, Duration believed, Duration least) {
        this.store = store;
        this.event = event;
        this.clock = clock;
        this.counting = counting;
        this.believed = believed;
        this.least = least;
    }

    /**
     * What changes while people arrive, at most twice a second; it stays as it is while the event's feed has nothing
     * new.
     */
    public static RecentAttendance whileLive(Store store, EventId event, Locale locale, Clock clock) {
        Counting live = (handle, document, now) -> {
            Attendance counted = AttendanceCount.live(
                    document,
                    AttendanceQueries.guests(handle, event),
                    AttendanceQueries.facts(handle, event),
                    locale,
                    now);
            return () -> counted;
        };
        return new RecentAttendance(store, event, clock, live, LONGEST, Duration.ofMillis(500));
    }

    /** The whole report. Decisions of staff are part of it, which no feed tells; a small event is counted each time. */
    public static RecentAttendance whole(Store store, EventId event, Locale locale, Clock clock) {
        Counting whole = (handle, document, now) -> {
            AttendanceFacts facts = AttendanceFacts.of(handle, event);
            return () -> facts.counted(locale, now);
        };
        return new RecentAttendance(store, event, clock, whole, Duration.ZERO, Duration.ZERO);
    }

    /** Reads what is counted, and counts it once the connection was given back. */
    private interface Counting {
        Supplier<Attendance> read(Handle handle, EventDocument document, Instant now);
    }

    /**
     * Attendance as it was at a moment.
     *
     * @param at later than the count where nothing has changed since
     */
    public record Counted(Attendance attendance, Instant at) {}

    /** What was counted from which state of the event. */
    private record Kept(Attendance attendance, State state) {}

    private record State(RosterCursor end, EventDocument document) {}

    /** Counted now, or a moment ago. @throws UnknownEventOrDoor where there is no such event */
    public synchronized Counted count() {
        Kept last = kept;
        Instant now = clock.instant();
        if (last != null && now.isBefore(until)) {
            return new Counted(last.attendance(), last.attendance().generatedAt());
        }
        return store.read(handle -> read(handle, last, now)).get();
    }

    private Supplier<Counted> read(Handle handle, @Nullable Kept last, Instant now) {
        EventDocument document = EventTable.document(handle, event).orElseThrow(RecentAttendance::unknown);
        State state = new State(Feed.end(handle, event).orElseThrow(RecentAttendance::unknown), document);
        if (last != null
                && last.state().equals(state)
                && now.isBefore(last.attendance().generatedAt().plus(believed))) {
            return () -> new Counted(last.attendance(), now);
        }
        Supplier<Attendance> counting = this.counting.read(handle, document, now);
        return () -> keep(counting.get(), state, now);
    }

    private Counted keep(Attendance fresh, State state, Instant now) {
        kept = new Kept(fresh, state);
        Duration took = Duration.between(now, clock.instant());
        Duration pause = (took.compareTo(before) < 0 ? took : before).multipliedBy(SHARE);
        before = took;
        until = clock.instant().plus(pause.compareTo(least) < 0 ? least : pause);
        return new Counted(fresh, now);
    }

    private static UnknownEventOrDoor unknown() {
        return new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
    }
}
