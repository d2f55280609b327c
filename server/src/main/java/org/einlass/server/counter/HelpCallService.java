package org.einlass.server.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls for help from kiosks and doors to desks and the live page, and the word that somebody comes back. Any
 * thread may call it.
 */
public final class HelpCallService {
    /** A call that nobody has ended by then is forgotten. */
    static final Duration LONGEST = Duration.ofHours(2);

    private static final Wording MISSING = new Wording("Dieses Feld fehlt.", "This field is missing.");
    private static final Wording UNKNOWN = new Wording(
            "Diesen Hilferuf gibt es nicht mehr; das Gerät hat inzwischen einen neuen.",
            "This call for help is no more; its device has a newer one.");
    private static final Wording LOOK = new Wording("Bitte die Hilferufe neu laden.", "Load the calls for help again.");

    private final Store store;
    private final Clock clock;
    private final HelpCallTable table = new HelpCallTable();

    public HelpCallService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A device says how its call is; said again, nothing changes. @return how the server knows the call */
    public CompletionStage<HelpCall> report(EventId event, DeviceId device, HelpReport report) {
        if (report.call() == null) {
            throw Rejected.badValue(MISSING, "call");
        }
        if (report.reason() == null) {
            throw Rejected.badValue(MISSING, "reason");
        }
        Optional<HelpCall> known = store.read(handle -> own(handle, event, device, report));
        if (known.filter(call -> call.ended() || !report.ended()).isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            if (own(handle, event, device, report).isEmpty()) {
                table.call(handle, event, device, report, now);
            }
            if (report.ended()) {
                table.end(handle, event, report.call(), now);
            }
            return own(handle, event, device, report).orElseThrow();
        });
    }

    private Optional<HelpCall> own(Handle handle, EventId event, DeviceId device, HelpReport report) {
        return table.ofDevice(handle, event, device).filter(call -> call.call().equals(report.call()));
    }

    /** All calls of an event that nobody has ended. */
    public HelpCall.Open open(EventId event) {
        Instant now = clock.instant();
        return new HelpCall.Open(store.read(handle -> table.open(handle, event, now.minus(LONGEST))), now);
    }

    /**
     * Somebody comes.
     *
     * @param desk which one; null for an organiser
     */
    public CompletionStage<HelpCall> acknowledge(EventId event, EntryId call, @Nullable DeviceId desk) {
        return change(event, call, handle -> table.acknowledge(handle, event, call, desk, clock.instant()));
    }

    /** Somebody has come, and nobody is needed any more. */
    public CompletionStage<HelpCall> end(EventId event, EntryId call) {
        return change(event, call, handle -> table.end(handle, event, call, clock.instant()));
    }

    private CompletionStage<HelpCall> change(EventId event, EntryId call, Change change) {
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            if (table.find(handle, event, call).isEmpty()) {
                throw Rejected.because(RejectionReason.UNKNOWN_ENTRY).saying(UNKNOWN, LOOK);
            }
            change.in(handle);
            return table.find(handle, event, call).orElseThrow();
        });
    }

    private interface Change {
        void in(Handle handle);
    }
}
