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
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Period;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
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
 * Decides on scans that were never answered: who is it, may they, have they, and is there room. Each of these is looked
 * up for all scans at once.
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
            Optional<Answer> answer = withoutStanding(handle, scan);
            answer.ifPresent(made -> decisions.put(scan.question(), made));
            if (answer.isEmpty()) {
                entering.add(scan);
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
                cases.add(new ScanContext(plan, door(plan, scan), scan, bearer, now));
            }
        }
        return cases;
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

    /** The decision on whoever may not enter, whatever they did before; empty for those that may. */
    private Optional<Answer> withoutStanding(Handle handle, ScanContext scan) {
        CodeHolder bearer = scan.bearer();
        if (scan.question().lookup() == null) {
            return Optional.of(scan.refused(Refusal.FOREIGN));
        }
        if (bearer == null) {
            return Optional.of(unknown(handle, scan));
        }
        Entitlement right = bearer.right();
        if (right == null) {
            return Optional.of(scan.refused(Refusal.UNKNOWN));
        }
        if (bearer.revoked()) {
            return Optional.of(scan.refused(Refusal.REVOKED_BADGE));
        }
        if (scan.door().direction() == Direction.EXIT) {
            return Optional.of(scan.decided(Verdict.ADMITTED, null, null, null));
        }
        return Admission.decide(
                        right, scan.door().rule(), scan.plan().calendar().moment(scan.now(), true))
                .map(scan::refused);
    }

    private Answer unknown(Handle handle, ScanContext scan) {
        Code code = scan.question().ours();
        if (code == null) {
            return scan.refused(Refusal.UNKNOWN);
        }
        Optional<EventId> maker = keys.maker(handle, code);
        if (maker.isEmpty()) {
            return scan.refused(Refusal.NOT_GENUINE);
        }
        if (!maker.get().equals(scan.plan().event())) {
            return scan.refused(Refusal.OTHER_EVENT);
        }
        return scan.door().rule().provisional()
                ? scan.decided(Verdict.PROVISIONAL, null, null, null)
                : scan.refused(Refusal.UNKNOWN);
    }

    /** Decides on those who may enter, as far as it does not depend on what they did before. */
    private Map<IncomingScan, Answer> enter(Handle handle, EventId event, List<ScanContext> entering, Instant now) {
        Map<String, UsageState> known = usageStateTable.find(
                handle,
                event,
                entering.stream().collect(Collectors.toMap(ScanContext::subject, ScanContext::standing)));
        Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        List<EntryAttempt> claiming = new ArrayList<>();
        for (ScanContext scan : entering) {
            EntryAttempt entryAttempt = new EntryAttempt(scan, known.getOrDefault(scan.subject(), UsageState.NONE));
            Optional<Refusal> refusal = refusal(handle, entryAttempt);
            if (refusal.isEmpty() && scan.period().isPresent()) {
                claiming.add(entryAttempt);
            } else {
                decisions.put(
                        scan.question(),
                        refusal.map(reason -> entryAttempt.refused(reason, null))
                                .orElseGet(entryAttempt::admitted));
            }
        }
        decisions.putAll(claim(handle, claiming, now));
        return decisions;
    }

    private Optional<Refusal> refusal(Handle handle, EntryAttempt entryAttempt) {
        ScanContext scan = entryAttempt.scan();
        if (scan.period().isPresent() && entryAttempt.standing().held()) {
            return Optional.of(scan.again());
        }
        if (entryAttempt.isTooLateToReturn()) {
            return Optional.of(Refusal.ALREADY_USED);
        }
        return capacityCheck.isFull(handle, scan.plan(), scan.door(), scan.person())
                ? Optional.of(Refusal.AREA_FULL)
                : Optional.empty();
    }

    private Map<IncomingScan, Answer> claim(Handle handle, List<EntryAttempt> entries, Instant now) {
        Set<EntryId> taken = claimTable.take(
                handle, entries.stream().map(EntryAttempt::claim).toList(), now);
        Map<IncomingScan, Answer> decisions = new LinkedHashMap<>();
        for (EntryAttempt entryAttempt : entries) {
            ClaimTable.Wanted claim = entryAttempt.claim();
            Answer answer = taken.contains(claim.question().scan().id())
                    ? entryAttempt.admitted()
                    : entryAttempt.refused(
                            entryAttempt.scan().again(),
                            claimTable.unconfirmed(handle, claim).orElse(null));
            decisions.put(claim.question(), answer);
        }
        return decisions;
    }

    /** Somebody at a door, with what they did before. */
    private record EntryAttempt(ScanContext scan, UsageState standing) {

        private boolean isTooLateToReturn() {
            DoorRule rule = scan.door().rule();
            Long exit = standing.lastExitAt();
            return rule.repetition() == ReuseRule.REENTRY_WINDOW
                    && exit != null
                    && standing.firstAt() != null
                    && scan.now().isAfter(Instant.ofEpochMilli(exit).plus(rule.reentryWindow()));
        }

        private ClaimTable.Wanted claim() {
            return new ClaimTable.Wanted(
                    scan.question(),
                    scan.person(),
                    scan.door().scope(),
                    scan.period().orElseThrow());
        }

        private Answer admitted() {
            return scan.decided(Verdict.ADMITTED, null, arrivedAt(), null);
        }

        private Answer refused(Refusal refusal, @Nullable Unconfirmed unconfirmed) {
            return scan.decided(Verdict.REFUSED, refusal, arrivedAt(), unconfirmed);
        }

        private @Nullable Instant arrivedAt() {
            return standing.firstAt() == null ? null : Instant.ofEpochMilli(standing.firstAt());
        }
    }

    private record ScanContext(
            EventConfig plan,
            Door door,
            IncomingScan question,
            @Nullable CodeHolder bearer,
            Instant now) {

        /** Whose code it is; only for those who may enter. */
        private RegistrationId person() {
            return Objects.requireNonNull(
                    Objects.requireNonNull(bearer, "known").registration(), "of somebody");
        }

        private Optional<BadgeDraft> badge() {
            return bearer == null ? Optional.empty() : bearer.badge();
        }

        private String subject() {
            return person().toString();
        }

        private Optional<Period> period() {
            return Period.of(
                    door.rule().repetition(), plan.phase(), plan.calendar().dayOf(now));
        }

        private UsageState.Key standing() {
            return StateDerivation.key(door, plan.phase(), period());
        }

        private Refusal again() {
            return Admission.again(door.rule().repetition());
        }

        private Answer refused(Refusal refusal) {
            return decided(Verdict.REFUSED, refusal, null, null);
        }

        private Answer decided(
                Verdict verdict,
                @Nullable Refusal refusal,
                @Nullable Instant arrivedAt,
                @Nullable Unconfirmed unconfirmed) {
            RegistrationId person = bearer == null ? null : bearer.registration();
            return new Answer(verdict, refusal, person, arrivedAt, unconfirmed, door.prints(), plan.phase(), now);
        }
    }
}
