package org.einlass.server.scan;

import java.time.Clock;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.BatchWrite;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.journal.ScanIdConflict;
import org.jspecify.annotations.Nullable;

/**
 * Answers waiting questions, event by event, after it has taken the journal entries that they carry. What is
 * told is to be fetched after the commit: it is an answer, or {@link UnknownEventOrDoor} or {@link
 * ScanIdConflict} is thrown.
 */
final class ScanBatchHandler implements BatchWrite<AskedScan, Supplier<ScanAnswer>> {
    private final Clock clock;
    private final EventConfigCache eventConfigCache;
    private final JournalIngest journalIngest;
    private final ScanParts parts;

    ScanBatchHandler(Clock clock, EventConfigCache eventConfigCache, JournalIngest journalIngest, ScanParts parts) {
        this.clock = clock;
        this.eventConfigCache = eventConfigCache;
        this.journalIngest = journalIngest;
        this.parts = parts;
    }

    @Override
    public List<Supplier<ScanAnswer>> in(Transaction transaction, List<AskedScan> questions) {
        Map<ReceivedJournal, JournalReceipt> receipts = takeJournals(transaction, questions);
        Map<EventId, List<IncomingScan>> byEvent = questions.stream()
                .map(AskedScan::scan)
                .collect(Collectors.groupingBy(IncomingScan::event, LinkedHashMap::new, Collectors.toList()));
        Map<IncomingScan, Supplier<ScanAnswer>> told = new HashMap<>();
        byEvent.forEach((event, scans) -> told.putAll(
                new EventScanBatch(parts, transaction, eventConfigCache.of(transaction, event), clock.instant())
                        .answer(scans)));
        return questions.stream()
                .map(question -> withReceipt(
                        Objects.requireNonNull(told.get(question.scan()), "asked"), receipts.get(question.carried())))
                .toList();
    }

    /** What devices showed before is taken before they are answered: it may change the answer. */
    private Map<ReceivedJournal, JournalReceipt> takeJournals(Transaction transaction, List<AskedScan> questions) {
        List<ReceivedJournal> carried = questions.stream()
                .map(AskedScan::carried)
                .filter(Objects::nonNull)
                .toList();
        IdentityHashMap<ReceivedJournal, JournalReceipt> receipts = new IdentityHashMap<>();
        if (carried.isEmpty()) {
            return receipts;
        }
        List<JournalReceipt> taken = journalIngest.in(transaction, carried);
        for (int i = 0; i < carried.size(); i++) {
            receipts.put(carried.get(i), taken.get(i));
        }
        return receipts;
    }

    private static Supplier<ScanAnswer> withReceipt(Supplier<ScanAnswer> answer, @Nullable JournalReceipt receipt) {
        return receipt == null ? answer : () -> answer.get().with(receipt);
    }
}
