package org.einlass.server.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.counter.CounterTable.Counter;
import org.einlass.server.counter.CounterTable.Waiting;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.CounterOrderTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sends guests to the open counter with the fewest on their way, and tells desks whom to expect. Any thread may call
 * it.
 */
public final class CounterService {
    /** Whoever has not come by then has gone elsewhere. */
    static final Duration LONGEST_WAY = Duration.ofMinutes(10);

    /** A desk that says nothing for so long is switched off: nobody is sent there. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** More do not stand between a kiosk and the counters. */
    static final int MOST_OF_KIOSK = 50;

    /** As many as desks can show and the writer can read for each guest. */
    static final int MOST = 500;

    private static final Wording BAD_NAME = new Wording(
            "Der Name eines Schalters hat 1 bis " + CounterReport.LONGEST_NAME + " Zeichen.",
            "The name of a counter has 1 to " + CounterReport.LONGEST_NAME + " characters.");
    private static final Wording TOO_MANY = new Wording(
            "Hier stehen mehr als " + CounterReport.MOST_SERVED + " Einträge.",
            "There are more than " + CounterReport.MOST_SERVED + " entries here.");
    private static final Wording MISSING = new Wording("Dieses Feld fehlt.", "This field is missing.");

    private final Store store;
    private final Clock clock;
    private final CounterTable table = new CounterTable();

    public CounterService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A desk says whether its counter is open. @return who is on the way there; nobody while it is closed */
    public CompletionStage<ExpectedGuests> report(EventId event, DeviceId desk, CounterReport report) {
        if (report.name() == null || !CounterReport.isName(report.name())) {
            throw Rejected.badValue(BAD_NAME, "name");
        }
        check(report.served(), "served");
        check(report.ended(), "ended");
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            table.endBefore(handle, event, now.minus(LONGEST_WAY));
            table.end(handle, event, ended(table.waiting(handle, event), report));
            Optional<Boolean> wanted =
                    CounterOrderTable.find(handle, event, desk, now).map(CounterOrder::open);
            if (wanted.filter(open -> open == report.open()).isPresent()) {
                CounterOrderTable.end(handle, event, desk);
            }
            if (!report.open() || wanted.filter(open -> !open).isPresent()) {
                table.close(handle, event, desk);
                return new ExpectedGuests(List.of(), now);
            }
            table.open(handle, event, desk, report.name(), now);
            return new ExpectedGuests(expected(handle, event, desk, now), now);
        });
    }

    /**
     * The organiser wants a desk's counter open or closed; the desk hears it with its next heartbeat. Kiosks send
     * nobody to a counter that is to be closed, from now on.
     */
    public CompletionStage<DeviceId> order(EventId event, DeviceId desk, boolean open) {
        AuditTrail trail = AuditTrail.of(AuditAction.COUNTER_ORDERED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            if (!table.isDesk(handle, event, desk)) {
                throw Rejected.because(RejectionReason.UNKNOWN_DEVICE);
            }
            CounterOrderTable.put(handle, event, desk, new CounterOrder(UUID.randomUUID(), open), now);
            if (!open) {
                table.close(handle, event, desk);
            }
            trail.add(transaction, desk.text(), now);
            return desk;
        });
    }

    /** Removes everybody who is on the way in an event that is erased. @return how many rows */
    public static int eraseGuests(Handle handle, EventId event) {
        return DirectSql.execute(handle, "delete from counter_guests where event = ?", event.text());
    }

    private static void check(List<?> entries, String field) {
        if (entries.size() > CounterReport.MOST_SERVED) {
            throw Rejected.badValue(TOO_MANY, field);
        }
    }

    private static List<EntryId> ended(List<Waiting> waiting, CounterReport report) {
        Set<String> served = new HashSet<>();
        report.served().forEach(registration -> served.add(registration.toString()));
        Set<EntryId> ended = new HashSet<>(report.ended());
        return waiting.stream()
                .filter(one -> ended.contains(one.scan())
                        || (one.registration() != null && served.contains(one.registration())))
                .map(Waiting::scan)
                .toList();
    }

    /** Of one person the newest scan; whoever was sent to a counter that has closed since may come to any. */
    private List<ExpectedGuests.Guest> expected(Handle handle, EventId event, DeviceId desk, Instant now) {
        List<DeviceId> open =
                counters(handle, event, now).stream().map(Counter::desk).toList();
        Map<String, ExpectedGuests.Guest> guests = new LinkedHashMap<>();
        for (Waiting one : table.waiting(handle, event)) {
            if (one.counter().equals(desk) || !open.contains(one.counter())) {
                String whose = one.registration() == null ? one.scan().toString() : one.registration();
                guests.put(whose, guest(one));
            }
        }
        return List.copyOf(guests.values());
    }

    private static ExpectedGuests.Guest guest(Waiting one) {
        return new ExpectedGuests.Guest(
                one.scan(),
                registration(one.registration()),
                one.kiosk(),
                SentGuest.Cause.valueOf(one.cause()),
                one.refusal() == null ? null : Refusal.valueOf(one.refusal()),
                one.sentAt());
    }

    /** A code that leads to nobody stands as itself where a registration would. */
    private static @Nullable RegistrationId registration(@Nullable String text) {
        try {
            return text == null ? null : new RegistrationId(UUID.fromString(text));
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    /** The counters that are open, with whom they expect. */
    public List<OpenCounter> open(EventId event) {
        Instant now = clock.instant();
        return store.read(handle -> {
            List<Waiting> waiting = table.waiting(handle, event);
            return counters(handle, event, now).stream()
                    .map(counter -> new OpenCounter(counter.desk(), counter.name(), onTheWay(waiting, counter, now)))
                    .toList();
        });
    }

    private static int onTheWay(List<Waiting> waiting, Counter counter, Instant now) {
        return (int) waiting.stream()
                .filter(one -> one.counter().equals(counter.desk()))
                .filter(one -> one.sentAt().plus(LONGEST_WAY).isAfter(now))
                .count();
    }

    private List<Counter> counters(Handle handle, EventId event, Instant now) {
        return table.open(handle, event, now.minus(LONGEST_SILENCE));
    }

    /** Where a guest of this scan is to go; the same for the same scan and for the same person, while it is open. */
    public CompletionStage<SentGuest.Place> send(EventId event, DeviceId kiosk, SentGuest sent) {
        if (sent.scan() == null) {
            throw Rejected.badValue(MISSING, "scan");
        }
        if (sent.cause() == null) {
            throw Rejected.badValue(MISSING, "cause");
        }
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            table.endBefore(handle, event, now.minus(LONGEST_WAY));
            Optional<Counter> counter = choose(handle, event, sent.scan(), now);
            counter.ifPresent(chosen -> table.send(
                    handle,
                    event,
                    sent.scan(),
                    chosen.desk(),
                    kiosk,
                    sent.cause().name(),
                    sent.refusal() == null ? null : sent.refusal().name(),
                    now));
            table.keepNewestOf(handle, event, kiosk, sent.scan(), MOST_OF_KIOSK);
            table.keepNewest(handle, event, sent.scan(), MOST);
            return new SentGuest.Place(counter.map(Counter::name).orElse(null));
        });
    }

    private Optional<Counter> choose(Handle handle, EventId event, EntryId scan, Instant now) {
        List<Counter> open = counters(handle, event, now);
        List<Waiting> waiting = table.waiting(handle, event);
        Optional<String> person = table.registration(handle, event, scan);
        Optional<Counter> before = waiting.stream()
                .filter(one -> one.scan().equals(scan)
                        || person.filter(whose -> whose.equals(one.registration()))
                                .isPresent())
                .flatMap(one -> open.stream().filter(counter -> counter.desk().equals(one.counter())))
                .findFirst();
        return before.or(() -> open.stream()
                .min(Comparator.comparingLong(counter -> waiting.stream()
                        .filter(one -> one.counter().equals(counter.desk()))
                        .count())));
    }
}
