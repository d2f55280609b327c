package org.einlass.server.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.PriorUse;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.einlass.server.presence.StateDerivation;
import org.einlass.server.presence.UsageState;
import org.einlass.server.presence.UsageStateTable;
import org.einlass.server.scan.CodeHolders.CodeHolder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decides on scans that were never answered. The rules are {@link Admission}'s; this class gathers what they ask for,
 * each kind of fact for all scans at once, and only for those scans whose decision depends on it.
 */
final class ScanDecision {
    private final CodeHolders codeHolders = new CodeHolders();
    private final CodeKeyTable keys;
    private final UsageStateTable usageStateTable;
    private final ClaimTable claimTable;
    private final CapacityCheck capacityCheck;

    ScanDecision(
            CodeKeyTable keys, UsageStateTable usageStateTable, ClaimTable claimTable, CapacityCheck capacityCheck) {
        this.keys = keys;
        this.usageStateTable = usageStateTable;
        this.claimTable = claimTable;
        this.capacityCheck = capacityCheck;
    }

    /**
     * Decides on the first scan and on those others that have nothing to do with it or with each other, and takes the
     * claims that admissions need. Whether somebody was there before, or an area is full, is decided for one scan after
     * the other: those that are missing in what is returned are to be asked again.
     *
     * @param scans at doors of the plan
     */
    Decided decide(Handle handle, EventConfig plan, List<IncomingScan> scans, Instant now) {
        Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        Map<RegistrationId, BadgeDraft> badges = new HashMap<>();
        List<ScanContext> entering = new ArrayList<>();
        for (ScanContext scan : cases(handle, plan, scans, now)) {
            scan.badge().ifPresent(badge -> badges.put(badge.registration(), badge));
            Decision decision = Admission.decide(scan.asked());
            if (decision.isAdmitted() && scan.asked().looksBack()) {
                entering.add(scan);
            } else {
                decisions.put(scan.question(), scan.answer(decision, null));
            }
        }
        decisions.putAll(enter(handle, plan.event(), entering, now));
        return new Decided(decisions, badges);
    }

    /** What was decided, with badges for those who may get one. */
    record Decided(Map<IncomingScan, Answer> decisions, Map<RegistrationId, BadgeDraft> badges) {}

    /** Each of another person. */
    private List<ScanContext> cases(Handle handle, EventConfig plan, List<IncomingScan> scans, Instant now) {
        List<IncomingScan> apart = apart(plan, scans);
        Map<String, CodeHolder> known = codeHolders.find(
                handle,
                plan.event(),
                apart.stream()
                        .map(IncomingScan::lookup)
                        .filter(Objects::nonNull)
                        .toList(),
                apart.stream().anyMatch(scan -> door(plan, scan).prints()));
        Set<RegistrationId> people = new HashSet<>();
        List<ScanContext> cases = new ArrayList<>(apart.size());
        for (IncomingScan scan : apart) {
            CodeHolder bearer =
                    scan.lookup() == null ? null : known.get(scan.lookup().hex());
            RegistrationId person = bearer == null ? null : bearer.registration();
            if (person == null || people.add(person)) {
                cases.add(context(handle, plan, scan, bearer, now));
            }
        }
        return cases;
    }

    private ScanContext context(
            Handle handle, EventConfig plan, IncomingScan scan, @Nullable CodeHolder holder, Instant now) {
        Door door = door(plan, scan);
        AdmissionQuestion asked = new AdmissionQuestion(
                door.settings(),
                plan.phase(),
                plan.calendar().moment(now, true),
                match(handle, plan.event(), scan, holder));
        return new ScanContext(plan, door, scan, holder, asked);
    }

    private CodeMatch match(Handle handle, EventId event, IncomingScan scan, @Nullable CodeHolder holder) {
        Entitlement right = holder == null ? null : holder.right();
        if (holder == null || right == null) {
            return new CodeMatch.Unmatched(origin(handle, event, scan.text()));
        }
        return holder.revoked() ? new CodeMatch.Revoked() : new CodeMatch.Registered(right);
    }

    private CodeOrigin origin(Handle handle, EventId event, ScannedText text) {
        if (!(text instanceof Code code)) {
            return CodeOrigin.of(text);
        }
        return keys.maker(handle, code)
                .map(maker -> maker.equals(event) ? CodeOrigin.GENUINE : CodeOrigin.OTHER_EVENT)
                .orElse(CodeOrigin.NOT_GENUINE);
    }

    /** Each of another id and code, and on its way to other areas that may be full. */
    private static List<IncomingScan> apart(EventConfig plan, List<IncomingScan> scans) {
        Set<Object> taken = new HashSet<>();
        List<IncomingScan> apart = new ArrayList<>(scans.size());
        for (IncomingScan scan : scans) {
            Set<Object> touched = new HashSet<>(plan.limits(door(plan, scan)));
            touched.add(scan.scan().id());
            if (scan.lookup() != null) {
                touched.add(scan.lookup());
            }
            if (Collections.disjoint(taken, touched)) {
                taken.addAll(touched);
                apart.add(scan);
            }
        }
        return apart;
    }

    private static Door door(EventConfig plan, IncomingScan scan) {
        return plan.door(scan.scan().door()).orElseThrow();
    }

    /** Decides on those who may enter as far as it does not depend on what they did before. */
    private Map<IncomingScan, Answer> enter(Handle handle, EventId event, List<ScanContext> entering, Instant now) {
        Map<String, UsageState> known = usageStateTable.find(
                handle,
                event,
                entering.stream().collect(Collectors.toMap(ScanContext::subject, ScanContext::usageKey)));
        Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        List<EntryAttempt> claiming = new ArrayList<>();
        for (ScanContext scan : entering) {
            PriorUse before =
                    known.getOrDefault(scan.subject(), UsageState.NONE).priorUse();
            EntryAttempt attempt = attempt(handle, scan, scan.asked().after(before));
            if (attempt.decision().claim() == null) {
                decisions.put(scan.question(), scan.answer(attempt.decision(), null));
            } else {
                claiming.add(attempt);
            }
        }
        decisions.putAll(claim(handle, claiming, now));
        return decisions;
    }

    /** Areas are locked and counted for those only whom nothing else keeps out. */
    private EntryAttempt attempt(Handle handle, ScanContext scan, AdmissionQuestion asked) {
        Decision decision = Admission.decide(asked);
        boolean full = decision.isAdmitted() && capacityCheck.isFull(handle, scan.plan(), scan.door(), scan.person());
        return new EntryAttempt(scan, asked, full ? Admission.decide(asked.counted(true)) : decision);
    }

    private Map<IncomingScan, Answer> claim(Handle handle, List<EntryAttempt> entries, Instant now) {
        Set<EntryId> taken = claimTable.take(
                handle, entries.stream().map(EntryAttempt::wanted).toList(), now);
        Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        for (EntryAttempt entry : entries) {
            IncomingScan question = entry.scan().question();
            decisions.put(
                    question,
                    taken.contains(question.scan().id())
                            ? entry.scan().answer(entry.decision(), null)
                            : comeTooLate(handle, entry));
        }
        return decisions;
    }

    /** Another scan holds the claim. */
    private Answer comeTooLate(Handle handle, EntryAttempt entry) {
        AdmissionQuestion asked = entry.asked();
        Decision decision = Admission.decide(asked.after(asked.before().claimed()));
        return entry.scan()
                .answer(decision, claimTable.unconfirmed(handle, entry.wanted()).orElse(null));
    }

    /** Somebody at a door, with what they did before. */
    private record EntryAttempt(ScanContext scan, AdmissionQuestion asked, Decision decision) {

        private ClaimTable.Wanted wanted() {
            return new ClaimTable.Wanted(
                    scan.question(),
                    scan.person(),
                    scan.door().scope(),
                    Objects.requireNonNull(decision.claim(), "an admission that claims"));
        }
    }

    private record ScanContext(
            EventConfig plan,
            Door door,
            IncomingScan question,
            @Nullable CodeHolder holder,
            AdmissionQuestion asked) {

        /** Whose code it is; only for those who may enter. */
        private RegistrationId person() {
            return Objects.requireNonNull(
                    Objects.requireNonNull(holder, "known").registration(), "of somebody");
        }

        private Optional<BadgeDraft> badge() {
            return holder == null ? Optional.empty() : holder.badge();
        }

        private String subject() {
            return person().toString();
        }

        private UsageState.Key usageKey() {
            return StateDerivation.key(door, plan.phase(), asked.period());
        }

        private Answer answer(Decision decision, @Nullable Unconfirmed unconfirmed) {
            return new Answer(
                    decision.verdict(),
                    decision.refusal(),
                    holder == null ? null : holder.registration(),
                    decision.arrivedAt(),
                    unconfirmed,
                    decision.badge(),
                    plan.phase(),
                    asked.time().at());
        }
    }
}
