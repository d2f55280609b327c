package org.einlass.server.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.device.GuessBucket;
import org.einlass.server.device.GuessBucketTable;
import org.einlass.server.event.EventConfig;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.PresenceTable;
import org.jdbi.v3.core.Handle;

/**
 * Decides on scans that were never answered, one after the other. The rules are {@link Admission}'s. This
 * class gathers what they ask for, each kind of fact in one query for all scans and only for those whose
 * decision depends on it, and remembers what each decision changes for the scans behind it. It writes
 * nothing.
 */
final class ScanDecision {
    private final ScanLookup lookup;
    private final AnswerTable answerTable;
    private final HeadCountTable headCountTable = new HeadCountTable();
    private final PresenceTable presenceTable = new PresenceTable();

    ScanDecision(ScanLookup lookup, AnswerTable answerTable) {
        this.lookup = lookup;
        this.answerTable = answerTable;
    }

    /**
     * What was decided on each scan.
     *
     * @param claims those that the admissions need; the decisions hold only if all of them can be taken
     * @param badges of those who may get one
     * @param guessBuckets those that these scans changed
     */
    record Decided(
            Map<IncomingScan, Answer> answers,
            List<ClaimTable.Wanted> claims,
            Map<RegistrationId, BadgeDraft> badges,
            Map<DeviceId, GuessBucket> guessBuckets) {}

    /**
     * Decides on scans.
     *
     * @param scans each of another id, at doors of the plan
     * @param tooLate those that could not take their claim, because another scan holds it
     */
    Decided decide(Handle handle, EventConfig plan, List<IncomingScan> scans, Set<EntryId> tooLate, Instant now) {
        List<ScanContext> contexts = lookup.contexts(handle, plan, scans, now);
        List<ScanContext> entering =
                contexts.stream().filter(ScanContext::mayEnter).toList();
        PriorUses priorUses = PriorUses.read(
                handle, plan.event(), entering.stream().map(ScanContext::use).toList());
        List<ScanContext> admissible = entering.stream()
                .filter(scan -> Admission.decide(scan.asked().after(priorUses.of(scan.use())))
                        .isAdmitted())
                .toList();
        CapacityCheck capacity =
                CapacityCheck.read(handle, plan, admissible, answerTable, headCountTable, presenceTable);
        InOrder inOrder = new InOrder(priorUses, capacity, tooLate, guessBuckets(handle, plan, contexts));
        contexts.forEach(inOrder::decide);
        return inOrder.decided;
    }

    private static Map<DeviceId, GuessBucket> guessBuckets(
            Handle handle, EventConfig plan, List<ScanContext> contexts) {
        Set<DeviceId> devices = contexts.stream()
                .filter(ScanContext::guessable)
                .map(context -> context.scan().device())
                .collect(Collectors.toSet());
        return GuessBucketTable.of(handle, plan.event(), devices);
    }

    /** Decides on one scan after the other, in memory. */
    private static final class InOrder {
        private final PriorUses priorUses;
        private final CapacityCheck capacity;
        private final Set<EntryId> tooLate;
        private final Map<DeviceId, GuessBucket> guessBuckets;
        private final Decided decided =
                new Decided(new LinkedHashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());

        private InOrder(
                PriorUses priorUses,
                CapacityCheck capacity,
                Set<EntryId> tooLate,
                Map<DeviceId, GuessBucket> guessBuckets) {
            this.priorUses = priorUses;
            this.capacity = capacity;
            this.tooLate = tooLate;
            this.guessBuckets = guessBuckets;
        }

        private void decide(ScanContext scan) {
            if (scan.guessable() && isNotChecked(scan)) {
                decided.answers().put(scan.scan(), scan.unchecked());
                return;
            }
            scan.badge().ifPresent(badge -> decided.badges().put(badge.registration(), badge));
            decided.answers()
                    .put(
                            scan.scan(),
                            scan.mayEnter() ? enter(scan) : scan.answer(Admission.decide(scan.asked()), null));
        }

        /** Counts a wrong code; beyond too many of one device, right ones are treated as wrong ones are. */
        private boolean isNotChecked(ScanContext scan) {
            DeviceId device = scan.scan().device();
            Instant now = scan.asked().time().at();
            GuessBucket bucket = Objects.requireNonNull(guessBuckets.get(device), "read");
            boolean empty = bucket.isEmpty(now);
            if (empty || scan.isMiss()) {
                GuessBucket changed = empty ? bucket.deferred(now) : bucket.missed(now);
                guessBuckets.put(device, changed);
                decided.guessBuckets().put(device, changed);
            }
            return empty;
        }

        private Answer enter(ScanContext scan) {
            PriorUses.Key use = scan.use();
            AdmissionQuestion asked = scan.asked().after(priorUses.of(use));
            Decision decision = Admission.decide(asked);
            boolean claimed = priorUses.isClaimed(use)
                    || tooLate.contains(scan.scan().scan().id());
            if (decision.claim() != null && claimed) {
                return scan.answer(
                        Admission.decide(asked.after(asked.before().claimed())),
                        priorUses.unconfirmed(use).orElse(null));
            }
            if (!decision.isAdmitted()) {
                return scan.answer(decision, null);
            }
            if (capacity.isFull(scan.door(), scan.person())) {
                return scan.answer(Admission.decide(asked.counted(true)), null);
            }
            admit(scan, decision);
            return scan.answer(decision, null);
        }

        private void admit(ScanContext scan, Decision decision) {
            capacity.admit(scan.door(), scan.person());
            if (decision.claim() != null) {
                IncomingScan question = scan.scan();
                priorUses.claim(
                        scan.use(), question.device(), scan.asked().time().at());
                decided.claims()
                        .add(new ClaimTable.Wanted(
                                question, scan.person(), scan.door().scope(), decision.claim()));
            }
        }
    }
}
