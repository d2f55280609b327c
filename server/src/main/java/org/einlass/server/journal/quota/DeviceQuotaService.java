package org.einlass.server.journal.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.ReportingDevices;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holds each device to what it may report, so that one of them cannot fill the disk. What counts is what the
 * database took; it is looked up once a second and device, so somewhat more than the quota may come in. Any
 * thread may call it.
 */
public final class DeviceQuotaService {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long MOST_ENTRIES = 10_000_000;
    private static final long MOST_BYTES = 1_000_000_000_000L;
    private static final Wording BOUNDS = new Wording(
            "Eine Grenze liegt zwischen 1 und 10.000.000 Einträgen und zwischen 1 und 1.000.000.000.000 Byte.",
            "A quota lies between 1 and 10,000,000 entries and between 1 and 1,000,000,000,000 bytes.");

    private final Store store;
    private final Clock clock;
    private final ReportingDevices reportingDevices = new ReportingDevices();
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();

    public DeviceQuotaService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Key(EventId event, DeviceId device) {}

    private record Seen(DeviceQuota quota, Instant until) {}

    private record Waiting(long entries, Instant since) {}

    /** Whether something of a device is taken. */
    public enum Verdict {
        TAKEN,
        /** Nothing of the report is taken now; the device waits with it, and the organiser sees that. */
        WAITS,
        /** The organiser takes nothing of this device. */
        BLOCKED
    }

    /** Whether a report of so many entries is taken; the device is known to be one of the event. */
    public Verdict verdict(EventId event, DeviceId device, int entries) {
        Key key = new Key(event, device);
        DeviceQuota quota = quota(key);
        if (quota.isBlocked()) {
            return Verdict.BLOCKED;
        }
        if (quota.hasRoomFor(entries)) {
            waiting.remove(key);
            return Verdict.TAKEN;
        }
        waiting.merge(
                key,
                new Waiting(entries, clock.instant()),
                (first, last) -> new Waiting(last.entries(), first.since()));
        return Verdict.WAITS;
    }

    private DeviceQuota quota(Key key) {
        Instant now = clock.instant();
        @Nullable Seen last = seen.get(key);
        if (last != null && now.isBefore(last.until())) {
            return last.quota();
        }
        DeviceQuota read = store.read(handle -> DeviceQuotaTable.find(handle, key.event(), key.device()))
                .orElseGet(() -> DeviceQuota.fresh(key.device()));
        seen.put(key, new Seen(read, now.plus(FRESH)));
        return read;
    }

    /** The devices that have reported something or have a quota of their own, by id. */
    public List<DeviceQuota> all(EventId event) {
        return store
                .read(handle -> {
                    EventTable.checkKnown(handle, event);
                    return DeviceQuotaTable.all(handle, event);
                })
                .stream()
                .map(quota -> withWaiting(event, quota))
                .toList();
    }

    private DeviceQuota withWaiting(EventId event, DeviceQuota quota) {
        @Nullable Waiting held = waiting.get(new Key(event, quota.device()));
        return held == null ? quota : quota.waiting(held.entries(), held.since());
    }

    /** Says how much a device may report. @throws Rejected where a figure is out of bounds */
    public CompletionStage<DeviceQuota> limit(EventId event, DeviceId device, long entries, long bytes) {
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw Rejected.badValue(BOUNDS, "entries");
        }
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw Rejected.badValue(BOUNDS, "bytes");
        }
        return change(
                event,
                device,
                AuditAction.QUOTA_SET,
                handle -> DeviceQuotaTable.limit(handle, event, device, entries, bytes));
    }

    /** Lets in what waits: what the device has reported so far no longer counts against its quota. */
    public CompletionStage<DeviceQuota> release(EventId event, DeviceId device) {
        return change(
                event, device, AuditAction.QUOTA_RELEASED, handle -> DeviceQuotaTable.release(handle, event, device));
    }

    /** Takes nothing of a device any more; it keeps its journal. Blocked again it stays so. */
    public CompletionStage<DeviceQuota> block(EventId event, DeviceId device) {
        Instant now = clock.instant();
        return change(
                event,
                device,
                AuditAction.DEVICE_BLOCKED,
                handle -> DeviceQuotaTable.block(handle, event, device, now));
    }

    /** Takes reports of a device again. */
    public CompletionStage<DeviceQuota> unblock(EventId event, DeviceId device) {
        return change(
                event,
                device,
                AuditAction.DEVICE_UNBLOCKED,
                handle -> DeviceQuotaTable.block(handle, event, device, null));
    }

    /** The phone at a room's door is no device of the event, and known by what it has reported. */
    private boolean isKnown(Handle handle, EventId event, DeviceId device) {
        return DeviceQuotaTable.find(handle, event, device).isPresent()
                || !reportingDevices.among(handle, event, Set.of(device)).isEmpty();
    }

    private CompletionStage<DeviceQuota> change(
            EventId event, DeviceId device, AuditAction action, Consumer<Handle> change) {
        AuditTrail trail = AuditTrail.of(action, event.text());
        return store.write(WriteKey.of(event), transaction -> {
                    Handle handle = transaction.handle();
                    EventTable.checkKnown(handle, event);
                    if (!isKnown(handle, event, device)) {
                        throw Rejected.because(RejectionReason.UNKNOWN_DEVICE);
                    }
                    change.accept(handle);
                    trail.add(transaction, device.text(), clock.instant());
                    return DeviceQuotaTable.find(handle, event, device).orElseGet(() -> DeviceQuota.fresh(device));
                })
                .whenComplete((quota, failed) -> seen.remove(new Key(event, device)));
    }
}
