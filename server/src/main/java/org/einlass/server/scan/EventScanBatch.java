package org.einlass.server.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.AnswerTable.StoredAnswer;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.Transaction;
import org.einlass.server.device.GuessBucketTable;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.BootClocks;
import org.einlass.server.journal.ClockSample;
import org.einlass.server.journal.JournalChanges;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.journal.ScanIdConflict;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.jdbi.v3.core.Handle;

/**
 * Answers the waiting scans of one event: reads what they need, decides on one after the other in memory, and
 * writes. An answer is kept for ever; the badge that goes with it is made anew each time.
 */
final class EventScanBatch {
    private final ScanParts parts;
    private final Transaction transaction;
    private final Handle handle;
    private final EventConfig plan;
    private final EventId event;
    private final Instant now;
    private final Map<RegistrationId, BadgeDraft> badges = new HashMap<>();

    EventScanBatch(ScanParts parts, Transaction transaction, EventConfig plan, Instant now) {
        this.parts = parts;
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.plan = plan;
        this.event = plan.event();
        this.now = now;
    }

    /** What is told to each scan, to be fetched after the commit. */
    Map<IncomingScan, Supplier<ScanAnswer>> answer(List<IncomingScan> scans) {
        AnsweredScans repeated = AnsweredScans.read(handle, event, scans, parts.answers(), parts.facts());
        Map<EntryId, IncomingScan> fresh = new LinkedHashMap<>();
        for (IncomingScan scan : scans) {
            if (repeated.answer(scan).isEmpty() && isAtDoor(scan)) {
                fresh.putIfAbsent(scan.scan().id(), scan);
            }
        }
        learnClocks(fresh.values());
        List<AnswerTable.NewAnswer> answers = decide(fresh.values(), repeated);
        parts.answers().add(handle, answers);
        answers.forEach(answer -> repeated.add(answer.question(), answer.decision()));
        addBadgesOfRepeated(scans, repeated);
        Map<IncomingScan, Supplier<ScanAnswer>> told = new HashMap<>();
        scans.forEach(scan -> told.computeIfAbsent(scan, same -> told(same, repeated)));
        return told;
    }

    private boolean isAtDoor(IncomingScan scan) {
        return plan.doors().containsKey(scan.scan().door());
    }

    private void learnClocks(Collection<IncomingScan> scans) {
        List<BootClocks.Met> contacts = scans.stream()
                .map(scan -> new BootClocks.Met(
                        scan.device(), ClockSample.arrived(scan.scan().time(), now)))
                .toList();
        Set<DeviceId> devices = parts.clocks().learn(handle, event, contacts, now);
        parts.listener().journalChanged(transaction, plan, JournalChanges.of(devices), now);
    }

    private List<AnswerTable.NewAnswer> decide(Collection<IncomingScan> scans, AnsweredScans repeated) {
        List<AnswerTable.NewAnswer> answers = new ArrayList<>();
        List<IncomingScan> open = new ArrayList<>();
        for (IncomingScan scan : scans) {
            repeated.outcome(scan)
                    .ifPresentOrElse(
                            outcome ->
                                    answers.add(new AnswerTable.NewAnswer(scan, answerAs(outcome), outcome.verdict())),
                            () -> open.add(scan));
        }
        if (!open.isEmpty()) {
            decide(open).forEach((scan, answer) -> answers.add(new AnswerTable.NewAnswer(scan, answer, null)));
        }
        return answers;
    }

    /** What the device has shown already. */
    private Answer answerAs(Outcome outcome) {
        return new Answer(outcome.verdict(), outcome.refusal(), null, null, null, false, plan.phase(), now);
    }

    /**
     * Decides again where another server has taken a claim since this one looked. Each time one scan more
     * knows that it comes too late, so this ends.
     */
    private Map<IncomingScan, Answer> decide(List<IncomingScan> open) {
        Set<EntryId> tooLate = new HashSet<>();
        while (true) {
            ScanDecision.Decided decided = parts.decision().decide(handle, plan, open, tooLate, now);
            Set<EntryId> taken = parts.claims().take(handle, decided.claims(), now);
            if (taken.size() == decided.claims().size()) {
                badges.putAll(decided.badges());
                GuessBucketTable.put(handle, event, decided.guessBuckets());
                return decided.answers();
            }
            decided.claims().stream()
                    .map(claim -> claim.question().scan().id())
                    .filter(scan -> !taken.contains(scan))
                    .forEach(tooLate::add);
            parts.claims().withdraw(handle, event, taken);
        }
    }

    private void addBadgesOfRepeated(List<IncomingScan> scans, AnsweredScans repeated) {
        List<RegistrationId> missing = scans.stream()
                .flatMap(scan -> repeated.answer(scan).stream())
                .flatMap(stored -> stored.decision().badge().stream())
                .filter(registration -> !badges.containsKey(registration))
                .distinct()
                .toList();
        badges.putAll(parts.badges().blanks(handle, event, missing));
    }

    private Supplier<ScanAnswer> told(IncomingScan scan, AnsweredScans repeated) {
        Optional<StoredAnswer> stored = repeated.answer(scan);
        if (stored.isEmpty()) {
            return () -> {
                throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR);
            };
        }
        if (!stored.get().belongsTo(scan)) {
            keepAside(scan);
            return () -> {
                throw new ScanIdConflict();
            };
        }
        Answer answer = stored.get().decision();
        Optional<BadgeDraft> badge = answer.badge().map(badges::get);
        return () -> wire(scan, answer, badge);
    }

    private void keepAside(IncomingScan scan) {
        String id = scan.scan().id().toString();
        String text = "question " + id + " " + scan.content();
        QuarantineTable.Item item = new QuarantineTable.Item(
                scan.device(), JournalJson.hash(text), id, null, null, "The scan's id belongs to another scan.", text);
        parts.quarantine().add(handle, event, List.of(item), now);
    }

    private ScanAnswer wire(IncomingScan scan, Answer answer, Optional<BadgeDraft> badge) {
        Refusal refusal = answer.refusal();
        return new ScanAnswer(
                scan.scan().id(),
                answer.verdict(),
                refusal,
                refusal == null ? null : refusal.staffSentence(),
                answer.arrivedAt(),
                answer.unconfirmed(),
                badge.flatMap(draft -> parts.badges().orderIfPossible(plan, draft))
                        .orElse(null),
                answer.answeredAt());
    }
}
