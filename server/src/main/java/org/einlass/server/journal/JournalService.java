package org.einlass.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.database.WriteLane;
import org.einlass.server.device.ReportingDevices;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Takes what devices report of their journals, and excludes what a device reported.
 *
 * <p>Any thread may call it. The stages are completed after the commit, on a thread of the store, or
 * exceptionally with {@link UnknownEventOrDoor} or {@link org.einlass.server.database.StoreUnavailable}.
 */
public final class JournalService {
    /** How many entries of one report are taken in one transaction: half a batch. */
    public static final int MOST_TOGETHER = 32;

    private static final JournalReceipt NOTHING = new JournalReceipt(List.of(), Instant.EPOCH);

    private final Store store;
    private final EventConfigCache eventConfigs;
    private final JournalIngest ingest;
    private final ClaimTable claimTable = new ClaimTable();
    private final ExcludedDevices excludedDevices = new ExcludedDevices();
    private final ReportingDevices reportingDevices = new ReportingDevices();
    private final JournalListener listener;
    private volatile @Nullable Delegation delegation;
    private final Clock clock;

    /** An event that another service takes reports for. */
    private record Delegation(EventId event, JournalService service) {}

    /** @param listener hears of all changes */
    public JournalService(
            Store store, EventConfigCache eventConfigs, JournalIngest ingest, JournalListener listener, Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        this.listener = listener;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        this.ingest = ingest;
    }

    /**
     * Takes a report: entries in any order, as often as the device likes, each with its own fate. A long one
     * waits in parts, so that questions are answered in between; parts are committed together while nothing
     * else waits. Where one part cannot be taken the others are, and the report is simply sent again.
     *
     * @param revoked whether the sender holds a token that was withdrawn: what it reports is kept in
     *     quarantine
     * @throws UnreadableJournal where the frame of the report cannot be understood; nothing of it was taken
     */
    public CompletionStage<JournalReceipt> report(EventId event, DeviceId device, boolean revoked, JsonNode report) {
        Delegation other = delegation;
        if (other != null && other.event().equals(event)) {
            return other.service().report(event, device, revoked, report);
        }
        JournalUpload upload = JournalUpload.of(report);
        eventConfigs.salt(store, event);
        CompletionStage<JournalReceipt> taken = CompletableFuture.completedStage(NOTHING);
        for (JournalUpload part : upload.parts(MOST_TOGETHER)) {
            ReceivedJournal journal = ReceivedJournal.sent(event, device, revoked, part);
            taken = taken.thenCombine(take(journal), JournalService::both);
        }
        return taken;
    }

    private CompletionStage<JournalReceipt> take(ReceivedJournal journal) {
        WriteKey key = new WriteKey(journal.event().text(), "", journal.device().text());
        WriteLane lane = WriteLane.report(journal.event(), journal.device());
        return store.write(key, lane, journal.upload().entries().size(), ingest, journal);
    }

    private static JournalReceipt both(JournalReceipt first, JournalReceipt second) {
        List<JournalReceipt.EntryReceipt> entries = new ArrayList<>(first.entries());
        entries.addAll(second.entries());
        return new JournalReceipt(entries, second.receivedAt());
    }

    /**
     * Until {@link #endDelegation}, another service takes reports for an event that is not in this store. One
     * at a time.
     */
    public void delegate(EventId event, JournalService other) {
        delegation = new Delegation(event, other);
    }

    /** This service takes reports for all events again. */
    public void endDelegation() {
        delegation = null;
    }

    /**
     * Excludes all facts of a device from a moment on, and the claims behind them: they count no more, and
     * none is lost. Excluding from another moment replaces the first.
     *
     * @param from by corrected time
     * @param operator who says so, as audit rows name them
     */
    public CompletionStage<DeviceExclusion> exclude(EventId event, DeviceId device, Instant from, String operator) {
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_EXCLUDED, event.text());
        return change(event, device, (transaction, now) -> {
            trail.add(transaction, device.text(), now);
            DeviceExclusion exclusion = new DeviceExclusion(device, from, operator, now);
            excludedDevices.put(transaction.handle(), event, exclusion);
            claimTable.releaseFrom(transaction.handle(), event, device, from, now);
            return exclusion;
        });
    }

    /** All facts of a device count again; none is excluded where nothing was. */
    public CompletionStage<DeviceId> include(EventId event, DeviceId device) {
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_INCLUDED, event.text());
        return change(event, device, (transaction, now) -> {
            trail.add(transaction, device.text(), now);
            excludedDevices.delete(transaction.handle(), event, device);
            return device;
        });
    }

    /** The devices of which facts are excluded. */
    public List<DeviceExclusion> exclusions(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return excludedDevices.all(handle, event);
        });
    }

    private interface Change<T> {
        T in(Transaction transaction, Instant now);
    }

    /** Changes which facts of a device count, and what follows from them. */
    private <T> CompletionStage<T> change(EventId event, DeviceId device, Change<T> change) {
        return store.writeAlone(new WriteKey(event.text(), "", device.text()), transaction -> {
            Instant now = clock.instant();
            EventConfig eventConfig = eventConfigs
                    .find(transaction.handle(), event)
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
            if (reportingDevices
                    .among(transaction.handle(), event, Set.of(device))
                    .isEmpty()) {
                throw Rejected.because(RejectionReason.UNKNOWN_DEVICE);
            }
            T changed = change.in(transaction, now);
            listener.journalChanged(transaction, eventConfig, JournalChanges.of(Set.of(device)), now);
            return changed;
        });
    }
}
