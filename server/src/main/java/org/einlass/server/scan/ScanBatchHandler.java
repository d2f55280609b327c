package org.einlass.server.scan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.BatchWrite;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.BootClocks;
import org.einlass.server.journal.ClockCorrection;
import org.einlass.server.journal.ClockSample;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalChanges;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.JournalListener;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.journal.ScanIdConflict;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers scans, each once and for ever; of several at once, what they tell of clocks is learned first. What is said is to be fetched after the commit: it is an answer, or
 * {@link UnknownEventOrDoor} or {@link ScanIdConflict} is thrown.
 */
final class ScanBatchHandler implements BatchWrite<AskedScan, Supplier<ScanAnswer>> {
    private final Clock clock;
    private final EventConfigCache eventConfigCache;
    private final AnswerTable answerTable;
    private final FactTable factTable;
    private final QuarantineTable quarantineTable;
    private final ClockCorrection clockCorrection;
    private final JournalIngest journalIngest;
    private final JournalListener journalListener;
    private final ScanDecision scanDecision;
    private final Badges badges;

    ScanBatchHandler(
            Clock clock,
            EventConfigCache eventConfigCache,
            AnswerTable answerTable,
            FactTable factTable,
            QuarantineTable quarantineTable,
            ClockCorrection clockCorrection,
            JournalIngest journalIngest,
            JournalListener journalListener,
            ScanDecision scanDecision,
            Badges badges) {
        this.clock = clock;
        this.eventConfigCache = eventConfigCache;
        this.answerTable = answerTable;
        this.factTable = factTable;
        this.quarantineTable = quarantineTable;
        this.clockCorrection = clockCorrection;
        this.journalIngest = journalIngest;
        this.journalListener = journalListener;
        this.scanDecision = scanDecision;
        this.badges = badges;
    }

    @Override
    public List<Supplier<ScanAnswer>> in(Transaction transaction, List<AskedScan> questions) {
        Map<ReceivedJournal, JournalReceipt> receipts = takeJournals(transaction, questions);
        Map<EventId, List<IncomingScan>> byEvent = questions.stream()
                .map(AskedScan::scan)
                .collect(Collectors.groupingBy(IncomingScan::event, LinkedHashMap::new, Collectors.toList()));
        Map<IncomingScan, Supplier<ScanAnswer>> said = new HashMap<>();
        byEvent.forEach((event, asked) -> said.putAll(new EventBatch(transaction, event).answer(asked)));
        return questions.stream()
                .map(question -> withReceipt(
                        Objects.requireNonNull(said.get(question.scan()), "asked"), receipts.get(question.carried())))
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

    /** Answers questions of one event. */
    private final class EventBatch {
        private final Transaction transaction;
        private final Handle handle;
        private final EventId event;
        private final EventConfig eventConfig;
        private final Instant now = clock.instant();
        private final Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        private final Set<EntryId> answered = new HashSet<>();
        private final Map<RegistrationId, BadgeDraft> blanks = new HashMap<>();
        private final Map<IncomingScan, RuntimeException> turnedAway = new LinkedHashMap<>();

        private EventBatch(Transaction transaction, EventId event) {
            this.transaction = transaction;
            this.handle = transaction.handle();
            this.event = event;
            this.eventConfig = eventConfigCache.of(transaction, event);
        }

        private Map<IncomingScan, Supplier<ScanAnswer>> answer(List<IncomingScan> questions) {
            Set<String> heard = ScanQueries.heard(handle, event, questions);
            List<IncomingScan> unheard = new ArrayList<>(questions.size());
            for (IncomingScan incomingScan : questions) {
                if (heard.contains(incomingScan.scan().id().toString())) {
                    answerAgain(incomingScan);
                } else if (isAtDoor(incomingScan)) {
                    unheard.add(incomingScan);
                }
            }
            learnClocks(unheard);
            for (List<IncomingScan> open = unheard; !open.isEmpty(); open = withoutAnswer(open)) {
                decide(open);
            }
            return said();
        }

        /** Decides on the first question and on all that can be decided with it. */
        private void decide(List<IncomingScan> open) {
            ScanDecision.Decided fresh = scanDecision.decide(handle, eventConfig, open, now);
            List<AnswerTable.NewAnswer> rows = new ArrayList<>(open.size());
            fresh.decisions()
                    .forEach((incomingScan, decision) ->
                            rows.add(new AnswerTable.NewAnswer(incomingScan, decision, null)));
            answerTable.add(handle, rows);
            decisions.putAll(fresh.decisions());
            blanks.putAll(fresh.badges());
            fresh.decisions()
                    .keySet()
                    .forEach(incomingScan -> answered.add(incomingScan.scan().id()));
        }

        /** Those that wait for the next round. One with the id of an answer that was just given is told that one. */
        private List<IncomingScan> withoutAnswer(List<IncomingScan> questions) {
            List<IncomingScan> open = new ArrayList<>();
            for (IncomingScan incomingScan : questions) {
                if (decisions.containsKey(incomingScan)) {
                    continue;
                }
                if (answered.contains(incomingScan.scan().id())) {
                    answerAgain(incomingScan);
                } else {
                    open.add(incomingScan);
                }
            }
            return open;
        }

        private Map<IncomingScan, Supplier<ScanAnswer>> said() {
            addBadgesOfRepeated();
            Map<IncomingScan, Supplier<ScanAnswer>> said = new HashMap<>();
            decisions.forEach((incomingScan, decision) -> {
                Optional<BadgeDraft> badge = decision.badge().map(blanks::get);
                said.put(incomingScan, () -> wire(incomingScan, decision, badge));
            });
            turnedAway.forEach((incomingScan, reason) -> said.put(incomingScan, () -> {
                throw reason;
            }));
            return said;
        }

        private boolean isAtDoor(IncomingScan incomingScan) {
            boolean known = eventConfig.doors().containsKey(incomingScan.scan().door());
            if (!known) {
                turnedAway.put(incomingScan, new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR));
            }
            return known;
        }

        /** A question whose id was asked about or reported before. */
        private void answerAgain(IncomingScan incomingScan) {
            Optional<AnswerTable.StoredAnswer> given =
                    answerTable.find(handle, event, incomingScan.scan().id());
            if (given.isPresent()) {
                repeat(incomingScan, given.get());
            } else if (isAtDoor(incomingScan)) {
                answerLate(incomingScan);
            }
        }

        private void repeat(IncomingScan incomingScan, AnswerTable.StoredAnswer given) {
            boolean same = given.device().equals(incomingScan.device().text())
                    && given.content().equals(incomingScan.content());
            if (same) {
                decisions.put(incomingScan, given.decision());
                return;
            }
            String id = incomingScan.scan().id().toString();
            String what = "question " + id + " " + incomingScan.content();
            quarantineTable.add(
                    handle,
                    event,
                    List.of(new QuarantineTable.Item(
                            incomingScan.device(),
                            JournalJson.hash(what),
                            id,
                            null,
                            null,
                            "The scan's id belongs to another scan.",
                            what)),
                    now);
            turnedAway.put(incomingScan, new ScanIdConflict());
        }

        /** A scan whose outcome may have been reported before its question arrived. */
        private void answerLate(IncomingScan incomingScan) {
            learnClocks(List.of(incomingScan));
            Optional<Outcome> outcome = factTable
                    .find(handle, event, incomingScan.scan().id())
                    .map(Fact::entry)
                    .filter(JournalEntry.Scanned.class::isInstance)
                    .map(entry -> ((JournalEntry.Scanned) entry).outcome());
            Answer decision = outcome.map(this::repeated)
                    .orElseGet(() -> Objects.requireNonNull(
                            scanDecision
                                    .decide(handle, eventConfig, List.of(incomingScan), now)
                                    .decisions()
                                    .get(incomingScan),
                            "the first is decided"));
            Verdict shown = outcome.map(Outcome::verdict).orElse(null);
            answerTable.add(handle, List.of(new AnswerTable.NewAnswer(incomingScan, decision, shown)));
            decisions.put(incomingScan, decision);
        }

        private Answer repeated(Outcome shown) {
            return new Answer(shown.verdict(), shown.refusal(), null, null, null, false, eventConfig.phase(), now);
        }

        private void learnClocks(List<IncomingScan> questions) {
            List<BootClocks.Met> contacts = questions.stream()
                    .map(question -> new BootClocks.Met(
                            question.device(),
                            ClockSample.arrived(question.scan().time(), now)))
                    .toList();
            Set<DeviceId> devices = clockCorrection.learn(handle, event, contacts);
            journalListener.journalChanged(transaction, eventConfig, JournalChanges.of(devices), now);
        }

        /** An answer stays the same for ever, the badge that goes with it does not. */
        private void addBadgesOfRepeated() {
            List<RegistrationId> missing = decisions.values().stream()
                    .map(Answer::badge)
                    .flatMap(Optional::stream)
                    .filter(registration -> !blanks.containsKey(registration))
                    .toList();
            blanks.putAll(badges.blanks(handle, event, missing));
        }

        private ScanAnswer wire(IncomingScan incomingScan, Answer decision, Optional<BadgeDraft> badge) {
            Refusal refusal = decision.refusal();
            return new ScanAnswer(
                    incomingScan.scan().id(),
                    decision.verdict(),
                    refusal,
                    refusal == null ? null : refusal.staffSentence(),
                    decision.arrivedAt(),
                    decision.unconfirmed(),
                    badge.flatMap(blank -> badges.orderIfPossible(event, eventConfig.programmes(), blank))
                            .orElse(null),
                    decision.answeredAt());
        }
    }
}
