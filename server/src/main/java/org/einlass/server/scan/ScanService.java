package org.einlass.server.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
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
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalListener;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.PresenceTable;
import org.einlass.server.presence.UsageStateTable;
import org.einlass.server.registration.CodeTable;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of doors, each once and for ever.
 *
 * <p>Any thread may call it; nothing blocks longer than a look at the event's configuration. The stages are completed
 * after the commit, on a thread of the store, or exceptionally with
 * {@link org.einlass.server.event.UnknownEventOrDoor}, {@link org.einlass.server.journal.ScanIdConflict} or
 * {@link org.einlass.server.database.StoreUnavailable}.
 */
public final class ScanService {
    private final Store store;
    private final EventConfigCache eventConfigs;
    private final ScanBatchHandler batchHandler;

    /**
     * @param clock is read in milliseconds, as the tables keep them: an answer read back is the same to the letter
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
        CapacityCheck capacityCheck = new CapacityCheck(new HeadCountTable(), new PresenceTable());
        batchHandler = new ScanBatchHandler(
                Clock.tick(clock, Duration.ofMillis(1)),
                eventConfigs,
                answerTable,
                journal.facts(),
                new QuarantineTable(),
                journal.clocks(),
                journalIngest,
                listener,
                new ScanDecision(new CodeKeyTable(serverKey), new UsageStateTable(), new ClaimTable(), capacityCheck),
                new Badges(new CodeTable(serverKey)));
    }

    /** Answers a scan that carries nothing, as {@link #ask(EventId, DeviceId, ScanQuestion, JsonNode)}. */
    public CompletionStage<ScanAnswer> ask(EventId event, DeviceId device, ScanQuestion scan) {
        return ask(event, device, scan, null);
    }

    /**
     * Answers a scan. The same question gets the same answer for ever; of a badge, its newest state.
     *
     * @param journal the report that the question carries; what cannot be read as one is left to be reported by itself
     */
    public CompletionStage<ScanAnswer> ask(
            EventId event, DeviceId device, ScanQuestion scan, @Nullable JsonNode journal) {
        ScannedText text = ScannedText.of(scan.code());
        EventSalt salt = eventConfigs.salt(store, event);
        LookupId lookup = text instanceof PresentedCode code ? salt.lookupId(code) : null;
        IncomingScan question = new IncomingScan(event, device, scan, text, lookup);
        ReceivedJournal carried = journal == null
                ? null
                : ReceivedJournal.carried(event, device, journal).orElse(null);
        WriteKey key = new WriteKey(
                event.text(), lookup == null ? "" : lookup.hex(), scan.door().text());
        return store.write(key, batchHandler, new AskedScan(question, carried)).thenApply(Supplier::get);
    }
}
