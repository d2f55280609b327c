package org.einlass.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.server.counter.CounterService;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.database.Store;
import org.einlass.server.device.DeviceService;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.report.RecentAttendance;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells how events are at this moment. Whoever asks within a second is told the same: twenty people who watch
 * cost as much as one. Any thread may call it.
 */
public final class LiveService {
    private static final Duration FRESH = Duration.ofMillis(900);

    /** A finished event does not change. */
    private static final Duration EARLIER_FRESH = Duration.ofMinutes(10);

    private static final int MOST_KEPT = 100;

    private final Store store;
    private final DeviceService devices;
    private final ClarificationService clarifications;
    private final AwaitedGuestService awaited;
    private final HelpCallService helpCalls;
    private final CounterService counters;
    private final Clock clock;
    private final HeadCountTable headCounts = new HeadCountTable();
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Key, RecentAttendance> arrivals = new ConcurrentHashMap<>();
    private final Map<Key, Earlier> earlierEvents = new ConcurrentHashMap<>();

    public LiveService(
            Store store,
            DeviceService devices,
            ClarificationService clarifications,
            AwaitedGuestService awaited,
            HelpCallService helpCalls,
            CounterService counters,
            Clock clock) {
        this.store = store;
        this.devices = devices;
        this.clarifications = clarifications;
        this.awaited = awaited;
        this.helpCalls = helpCalls;
        this.counters = counters;
        this.clock = clock;
    }

    private record Key(EventId event, @Nullable EventId earlier, Locale locale) {}

    private record Kept(LiveSnapshot snapshot, Instant at) {}

    private record Earlier(Attendance attendance, Instant at) {}

    /**
     * The event as it is now, or was less than a second ago.
     *
     * @param earlier the event with whose arrivals these are compared; absent for none
     * @throws UnknownEventOrDoor where there is no such event
     */
    public LiveSnapshot read(EventId event, @Nullable EventId earlier, Locale locale) {
        Key key = new Key(event, earlier, locale);
        if (kept.size() > MOST_KEPT) {
            kept.clear();
            arrivals.clear();
            earlierEvents.clear();
        }
        return Objects.requireNonNull(kept.compute(key, (asked, last) -> {
                    Instant now = clock.instant();
                    boolean fresh = last != null
                            && Duration.between(last.at(), now).abs().compareTo(FRESH) < 0;
                    return fresh ? last : new Kept(look(asked, now), now);
                }))
                .snapshot();
    }

    private LiveSnapshot look(Key key, Instant now) {
        EventId event = key.event();
        RecentAttendance.Counted arrived = counted(key);
        Attendance counted = arrived.attendance();
        EventDocument document = store.read(handle -> document(handle, event));
        Phase phase = Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL);
        return new LiveSnapshot(
                event,
                now,
                phase,
                counted.total().registered(),
                counted.total().arrived(),
                arrived.at(),
                parts(counted, Breakdown.PROGRAMME),
                parts(counted, Breakdown.SECTOR),
                parts(counted, Breakdown.DOOR),
                today(counted, document, now),
                rooms(event, document, phase),
                devices.all(event).stream()
                        .filter(device -> device.revokedAt() == null && device.wipe() == null)
                        .map(device -> LiveDevice.of(device, now))
                        .toList(),
                clarifications.page(event, "", 1).total(),
                awaited.missed(event).orElse(null),
                helpCalls.open(event).calls(),
                counters.open(event),
                document.inRush());
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private RecentAttendance.Counted counted(Key key) {
        RecentAttendance.Counted own = arrivals.computeIfAbsent(
                        new Key(key.event(), null, key.locale()),
                        asked -> RecentAttendance.whileLive(store, asked.event(), asked.locale(), clock))
                .count();
        EventId earlier = key.earlier();
        if (earlier == null) {
            return own;
        }
        Instant now = clock.instant();
        Earlier other =
                Objects.requireNonNull(earlierEvents.compute(new Key(earlier, null, key.locale()), (asked, last) -> {
                    boolean fresh =
                            last != null && last.at().plus(EARLIER_FRESH).isAfter(now);
                    return fresh ? last : new Earlier(attendance(asked), now);
                }));
        return new RecentAttendance.Counted(own.attendance().comparedWith(other.attendance()), own.at());
    }

    private Attendance attendance(Key key) {
        return RecentAttendance.whileLive(store, key.event(), key.locale(), clock)
                .count()
                .attendance();
    }

    /** Without the lines that only take away what others counted repeatedly. */
    private static List<LiveSnapshot.Part> parts(Attendance counted, Breakdown by) {
        return counted.tables().stream()
                .filter(table -> table.by() == by)
                .limit(1)
                .flatMap(table -> table.rows().stream())
                .filter(row -> !row.isCorrection())
                .map(row -> new LiveSnapshot.Part(row.label(), by.arrivalsOnly() ? 0 : row.registered(), row.arrived()))
                .toList();
    }

    /** The curve of the present day; before the event that of its first day, after it that of its last. */
    private static @Nullable ComparedDay today(Attendance counted, EventDocument document, Instant now) {
        LocalDate today = new EventCalendar(document.zone(), document.dayBegins()).dayOf(now);
        List<ComparedDay> days = counted.comparedDays();
        return days.stream()
                .filter(day -> !day.day().day().isBefore(today))
                .findFirst()
                .orElse(days.isEmpty() ? null : days.get(days.size() - 1));
    }

    private List<LiveRoom> rooms(EventId event, EventDocument document, Phase phase) {
        Map<AreaId, Long> people = store.read(handle -> headCounts.all(handle, event, phase));
        return document.allAreas().stream()
                .map(area -> new LiveRoom(
                        area.id(), area.title(), Math.max(0, people.getOrDefault(area.id(), 0L)), area.permitted()))
                .toList();
    }
}
