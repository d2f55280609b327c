package org.einlass.server.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Write;
import org.einlass.server.database.WriteKey;
import org.einlass.server.database.WriteLane;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalListener;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.CodeTable;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of doors, each once and for ever.
 *
 * <p>Any thread may call it; nothing blocks longer than a look at the event's configuration. The stages are
 * completed after the commit, on a thread of the store, or exceptionally with {@link
 * org.einlass.server.event.UnknownEventOrDoor}, {@link org.einlass.server.journal.ScanIdConflict} or {@link
 * org.einlass.server.database.StoreUnavailable}.
 */
public final class ScanService {
    private final Store store;
    private final EventConfigCache eventConfigs;
    private final ScanBatchHandler batchHandler;
    private volatile @Nullable Delegation delegation;

    /** An event that another service answers for. */
    private record Delegation(EventId event, ScanService service) {}

    /** Decided, and not to be kept. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private RolledBack() {
            super(null, null, false, false);
        }
    }

    /**
     * @param clock is read in milliseconds, as the tables keep them: an answer read back is the same to the
     *     letter
     * @param journalIngest takes what questions carry
     * @param listener hears whose facts have other times now, because a question told something of a clock
     */
    public ScanService(
            Store store,
            ServerKey serverKey,
            EventConfigCache eventConfigs,
            JournalIngest journalIngest,
            JournalListener listener,
            Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        JournalTables journal = JournalTables.of(serverKey);
        AnswerTable answerTable = new AnswerTable();
        batchHandler = new ScanBatchHandler(
                Clock.tick(clock, Duration.ofMillis(1)),
                eventConfigs,
                journalIngest,
                new ScanParts(
                        new ScanDecision(new ScanLookup(new CodeKeyTable(serverKey)), answerTable),
                        answerTable,
                        new ClaimTable(),
                        journal.facts(),
                        new QuarantineTable(),
                        journal.clocks(),
                        listener,
                        new Badges(new CodeTable(serverKey))));
    }

    /** Answers a scan that carries nothing, as {@link #ask(EventId, DeviceId, ScanQuestion, JsonNode)}. */
    public CompletionStage<ScanAnswer> ask(EventId event, DeviceId device, ScanQuestion scan) {
        return ask(event, device, scan, null);
    }

    /**
     * Answers a scan. The same question gets the same answer for ever; of a badge, its newest state.
     *
     * @param journal the report that the question carries; what cannot be read as one is left to be reported
     *     by itself
     */
    public CompletionStage<ScanAnswer> ask(
            EventId event, DeviceId device, ScanQuestion scan, @Nullable JsonNode journal) {
        Delegation other = delegation;
        if (other != null && other.event().equals(event)) {
            return other.service().ask(event, device, scan, journal);
        }
        IncomingScan question = incoming(event, device, scan);
        ReceivedJournal carried = journal == null
                ? null
                : ReceivedJournal.carried(event, device, journal).orElse(null);
        int units = 1 + (carried == null ? 0 : carried.upload().entries().size());
        WriteLane lane = WriteLane.question(event, device);
        return store.write(key(question), lane, units, batchHandler, new AskedScan(question, carried))
                .thenApply(Supplier::get);
    }

    /**
     * Decides as {@link #ask} does and rolls all of it back, so that what a decision needs is in memory
     * afterwards. Only for scans that nobody makes.
     *
     * @return completed with whether it could be decided
     */
    public CompletionStage<Boolean> tryOut(EventId event, DeviceId device, ScanQuestion scan) {
        IncomingScan question = incoming(event, device, scan);
        Write<Boolean> attempt = transaction -> {
            batchHandler.in(transaction, List.of(new AskedScan(question, null)));
            throw new RolledBack();
        };
        return store.write(key(question), attempt)
                .exceptionally(thrown -> thrown instanceof RolledBack || thrown.getCause() instanceof RolledBack);
    }

    /**
     * Until {@link #endDelegation}, another service answers for an event that is not in this store. One at a
     * time.
     */
    public void delegate(EventId event, ScanService other) {
        delegation = new Delegation(event, other);
    }

    /** This service answers for all events again. */
    public void endDelegation() {
        delegation = null;
    }

    private IncomingScan incoming(EventId event, DeviceId device, ScanQuestion scan) {
        ScannedText text = ScannedText.of(scan.code());
        EventSalt salt = eventConfigs.salt(store, event);
        LookupId lookup = text instanceof PresentedCode code ? salt.lookupId(code) : null;
        return new IncomingScan(event, device, scan, text, lookup);
    }

    private static WriteKey key(IncomingScan question) {
        LookupId lookup = question.lookup();
        return new WriteKey(
                question.event().text(),
                lookup == null ? "" : lookup.hex(),
                question.scan().door().text());
    }
}
