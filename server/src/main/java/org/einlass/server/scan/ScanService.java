package org.einlass.server.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.RevokedDevices;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.BootClocks;
import org.einlass.server.journal.EntryResolver;
import org.einlass.server.journal.ExcludedDevices;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.JournalUpload;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.journal.ScanIdConflict;
import org.einlass.server.journal.SealedDeskMessageKeys;
import org.einlass.server.journal.SealedDeskMessages;
import org.einlass.server.presence.AffectedSubjects;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.DerivationInputs;
import org.einlass.server.presence.DeskEditStore;
import org.einlass.server.presence.FactEffects;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.PresenceTable;
import org.einlass.server.presence.Projection;
import org.einlass.server.presence.UsageStateTable;
import org.einlass.server.presence.WalkIns;
import org.einlass.server.registration.CodeTable;
import org.jdbi.v3.core.Handle;

/**
 * The server's side of every door: answers scans once and for ever, and takes what devices report.
 *
 * <p>Any thread may call it; nothing blocks longer than a look at the event's plan. The stages are completed after the
 * commit, on a thread of the store, or exceptionally with {@link UnknownEventOrDoor}, {@link ScanIdConflict} or
 * {@link org.einlass.server.database.StoreUnavailable}.
 */
public final class ScanService {
    private final Store store;
    private final Clock clock;
    private final EventConfigCache eventConfigCache = new EventConfigCache(JournalJson.mapper());
    private final Map<EventId, EventSalt> salts = new ConcurrentHashMap<>();
    private final FactTable factTable = new FactTable();
    private final RevokedDevices revokedDevices = new RevokedDevices();
    private final ScanBatchHandler scanBatchHandler;
    private final JournalIngest journalIngest;
    private final FactEffects factEffects;
    private final ClaimTable claimTable = new ClaimTable();
    private final DeskEditStore deskEditStore;
    private final ExcludedDevices excludedDevices = new ExcludedDevices();

    /** @param clock is read in milliseconds, as the tables keep them: an answer read back is the same to the letter */
    public ScanService(Store store, ServerKey serverKey, Clock clock) {
        this.store = store;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        CodeTable codeTable = new CodeTable(serverKey);
        AnswerTable answerTable = new AnswerTable();
        UsageStateTable usageStateTable = new UsageStateTable();
        PresenceTable presenceTable = new PresenceTable();
        HeadCountTable headCountTable = new HeadCountTable();
        BootClocks bootClocks = new BootClocks();
        ConflictTable conflictTable = new ConflictTable();
        SealedDeskMessages sealedDeskMessages = new SealedDeskMessages(new SealedDeskMessageKeys(serverKey));
        EntryResolver entryResolver = new EntryResolver(codeTable);
        deskEditStore = new DeskEditStore(factTable, sealedDeskMessages);
        DerivationInputs derivationInputs = new DerivationInputs(factTable, answerTable, deskEditStore);
        Projection projection = new Projection(
                derivationInputs,
                usageStateTable,
                presenceTable,
                headCountTable,
                conflictTable,
                claimTable,
                deskEditStore);
        WalkIns walkIns = new WalkIns(factTable, sealedDeskMessages, codeTable);
        factEffects = new FactEffects(
                factTable,
                answerTable,
                claimTable,
                bootClocks,
                conflictTable,
                entryResolver,
                codeTable,
                walkIns,
                projection);
        CapacityCheck capacityCheck = new CapacityCheck(headCountTable, presenceTable, answerTable);
        ScanDecision scanDecision =
                new ScanDecision(new CodeKeyTable(serverKey), usageStateTable, claimTable, capacityCheck);
        scanBatchHandler = new ScanBatchHandler(
                this.clock,
                eventConfigCache,
                answerTable,
                factTable,
                new QuarantineTable(),
                bootClocks,
                factEffects,
                scanDecision,
                new Badges(codeTable));
        journalIngest =
                new JournalIngest(factTable, answerTable, bootClocks, entryResolver, sealedDeskMessages, factEffects);
    }

    /** Answers a scan. The same question gets the same answer for ever; of a badge, its newest state. */
    public CompletionStage<ScanAnswer> ask(EventId event, DeviceId device, ScanQuestion scan) {
        ScannedText text = ScannedText.of(scan.code());
        EventSalt salt = salt(event);
        LookupId lookup = text instanceof PresentedCode code ? salt.lookupId(code) : null;
        IncomingScan incomingScan =
                new IncomingScan(event, device, scan, text instanceof Code ours ? ours : null, lookup);
        WriteKey key = new WriteKey(
                event.text(), lookup == null ? "" : lookup.hex(), scan.door().text());
        return store.write(key, scanBatchHandler, incomingScan).thenApply(Supplier::get);
    }

    /** An event's salt never changes; it is looked up once. */
    private EventSalt salt(EventId event) {
        EventSalt known = salts.get(event);
        if (known != null) {
            return known;
        }
        EventSalt salt = store.read(handle -> eventConfigCache.find(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT))
                .salt();
        salts.put(event, salt);
        return salt;
    }

    /**
     * Takes a report: entries in any order, as often as the device likes, each with its own fate.
     *
     * @throws UnreadableJournal where the frame of the report cannot be understood; nothing of it was taken
     */
    public CompletionStage<JournalReceipt> report(EventId event, DeviceId device, JsonNode report) {
        return report(event, device, false, report);
    }

    /**
     * Takes a report as above.
     *
     * @param withdrawn whether the sender holds a token that was withdrawn: what it reports is kept in quarantine
     */
    public CompletionStage<JournalReceipt> report(EventId event, DeviceId device, boolean withdrawn, JsonNode report) {
        JournalUpload incoming = JournalUpload.of(report);
        salt(event);
        WriteKey key = new WriteKey(event.text(), "", device.text());
        return store.write(key, transaction -> {
            Handle handle = transaction.handle();
            EventConfig eventConfig = eventConfigCache.of(transaction, event);
            boolean revoked = withdrawn || revokedDevices.isRevoked(handle, event, device);
            return journalIngest.take(transaction, eventConfig, device, revoked, incoming, clock.instant());
        });
    }

    /**
     * Sets aside all facts of a device from a moment on, and the claims behind them: they count no more, and none is
     * lost. Setting aside from another moment replaces the first.
     */
    public CompletionStage<Integer> setAside(EventId event, DeviceId device, Instant from, String operator) {
        return store.writeAlone(new WriteKey(event.text(), "", device.text()), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            EventConfig eventConfig = eventConfigCache
                    .find(handle, event)
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
            excludedDevices.put(handle, event, device, from, operator, now);
            claimTable.releaseFrom(handle, event, device, from, now);
            AffectedSubjects affectedSubjects = new AffectedSubjects();
            factEffects.touchAll(handle, event, device, affectedSubjects);
            factEffects.follow(transaction, eventConfig, affectedSubjects, now);
            return affectedSubjects.subjects().size();
        });
    }

    /**
     * Tells, in the transaction that adds a code to a registration or leads it to another one, that scans made with the
     * code before concern this registration.
     */
    public void codeLeadsTo(Transaction transaction, EventId event, LookupId lookup, RegistrationId registration) {
        Handle handle = transaction.handle();
        if (!factTable.hasCode(handle, event, lookup)) {
            return;
        }
        EventConfig eventConfig = eventConfigCache
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        AffectedSubjects affectedSubjects = new AffectedSubjects();
        factEffects.adopt(handle, event, lookup, registration.toString(), affectedSubjects);
        factEffects.follow(transaction, eventConfig, affectedSubjects, clock.instant());
    }

    /** Whether a door or a desk has reported anything about this registration. */
    public boolean hasFacts(Handle handle, EventId event, RegistrationId registration) {
        return factTable.hasSubject(handle, event, registration.toString());
    }

    /**
     * Tells, in the transaction that changes an event, that its phase may be another one: what desks practised counts
     * while it is practised only, and badges that were printed in practice are still to be printed.
     */
    public void eventChanged(Transaction transaction, EventId event) {
        Handle handle = transaction.handle();
        EventConfig eventConfig = eventConfigCache.read(handle, event);
        AffectedSubjects affectedSubjects = new AffectedSubjects();
        deskEditStore.subjects(handle, event).forEach(affectedSubjects::subject);
        factTable.printedOutside(handle, event, eventConfig.phase()).forEach(affectedSubjects::subject);
        factEffects.follow(transaction, eventConfig, affectedSubjects, clock.instant());
    }

    /**
     * Tells, in the transaction that changes a registration, that somebody did: a list that repeats what it said before
     * takes nothing back that a desk put right.
     */
    public void registrationChanged(Transaction transaction, EventId event, RegistrationId registration) {
        Handle handle = transaction.handle();
        if (!deskEditStore.concern(handle, event, registration.toString(), List.of())) {
            return;
        }
        EventConfig eventConfig = eventConfigCache
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        AffectedSubjects affectedSubjects = new AffectedSubjects();
        affectedSubjects.subject(registration.toString());
        factEffects.follow(transaction, eventConfig, affectedSubjects, clock.instant());
    }
}
