package org.einlass.server.admission;

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
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.admission.Badges.Blank;
import org.einlass.server.admission.Bearers.Bearer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decides on scans that were never answered: who is it, may they, have they, and is there room. Each of these is looked
 * up for all scans at once.
 */
final class Asking {
    private final Bearers bearers = new Bearers();
    private final CodeKeys keys;
    private final Standings standings;
    private final Claims claims;
    private final Room room;

    Asking(CodeKeys keys, Standings standings, Claims claims, Room room) {
        this.keys = keys;
        this.standings = standings;
        this.claims = claims;
        this.room = room;
    }

    /**
     * Decides on the first scan and on those others that have nothing to do with it or with each other, and takes the
     * claims that admissions need. Whether somebody was there before, or an area is full, is decided for one scan after
     * the other: those that are missing in what is returned are to be asked again.
     *
     * @param scans at doors of the plan
     */
    Decided decide(Handle handle, Plan plan, List<Question> scans, Instant now) {
        Map<Question, Decision> decisions = new LinkedHashMap<>();
        Map<RegistrationId, Blank> badges = new HashMap<>();
        List<Case> entering = new ArrayList<>();
        for (Case scan : cases(handle, plan, scans, now)) {
            scan.badge().ifPresent(badge -> badges.put(badge.registration(), badge));
            Optional<Decision> decision = withoutStanding(handle, scan);
            decision.ifPresent(made -> decisions.put(scan.question(), made));
            if (decision.isEmpty()) {
                entering.add(scan);
            }
        }
        decisions.putAll(enter(handle, plan.event(), entering, now));
        return new Decided(decisions, badges);
    }

    /** What was decided, with badges for those who may get one. */
    record Decided(Map<Question, Decision> decisions, Map<RegistrationId, Blank> badges) {}

    /** Each of another person. */
    private List<Case> cases(Handle handle, Plan plan, List<Question> scans, Instant now) {
        List<Question> apart = apart(plan, scans);
        Map<String, Bearer> known = bearers.find(
                handle,
                plan.event(),
                apart.stream().map(Question::lookup).filter(Objects::nonNull).toList(),
                apart.stream().anyMatch(scan -> door(plan, scan).prints()));
        Set<RegistrationId> people = new HashSet<>();
        List<Case> cases = new ArrayList<>(apart.size());
        for (Question scan : apart) {
            Bearer bearer =
                    scan.lookup() == null ? null : known.get(scan.lookup().hex());
            RegistrationId person = bearer == null ? null : bearer.registration();
            if (person == null || people.add(person)) {
                cases.add(new Case(plan, door(plan, scan), scan, bearer, now));
            }
        }
        return cases;
    }

    /** Each of another id and code, and on its way to other areas that may be full. */
    private static List<Question> apart(Plan plan, List<Question> scans) {
        Set<Object> taken = new HashSet<>();
        List<Question> apart = new ArrayList<>(scans.size());
        for (Question scan : scans) {
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

    private static Door door(Plan plan, Question scan) {
        return plan.door(scan.scan().door()).orElseThrow();
    }

    /** The decision on whoever may not enter, whatever they did before; empty for those that may. */
    private Optional<Decision> withoutStanding(Handle handle, Case scan) {
        Bearer bearer = scan.bearer();
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

    private Decision unknown(Handle handle, Case scan) {
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
    private Map<Question, Decision> enter(Handle handle, EventId event, List<Case> entering, Instant now) {
        Map<String, Standing> known = standings.find(
                handle, event, entering.stream().collect(Collectors.toMap(Case::subject, Case::standing)));
        Map<Question, Decision> decisions = new LinkedHashMap<>();
        List<Entry> claiming = new ArrayList<>();
        for (Case scan : entering) {
            Entry entry = new Entry(scan, known.getOrDefault(scan.subject(), Standing.NONE));
            Optional<Refusal> refusal = refusal(handle, entry);
            if (refusal.isEmpty() && scan.period().isPresent()) {
                claiming.add(entry);
            } else {
                decisions.put(
                        scan.question(),
                        refusal.map(reason -> entry.refused(reason, null)).orElseGet(entry::admitted));
            }
        }
        decisions.putAll(claim(handle, claiming, now));
        return decisions;
    }

    private Optional<Refusal> refusal(Handle handle, Entry entry) {
        Case scan = entry.scan();
        if (scan.period().isPresent() && entry.standing().held()) {
            return Optional.of(scan.again());
        }
        if (entry.isTooLateToReturn()) {
            return Optional.of(Refusal.ALREADY_USED);
        }
        return room.isFull(handle, scan.plan(), scan.door(), scan.person())
                ? Optional.of(Refusal.AREA_FULL)
                : Optional.empty();
    }

    private Map<Question, Decision> claim(Handle handle, List<Entry> entries, Instant now) {
        Set<EntryId> taken =
                claims.take(handle, entries.stream().map(Entry::claim).toList(), now);
        Map<Question, Decision> decisions = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Claims.Wanted claim = entry.claim();
            Decision decision = taken.contains(claim.question().scan().id())
                    ? entry.admitted()
                    : entry.refused(
                            entry.scan().again(),
                            claims.unconfirmed(handle, claim).orElse(null));
            decisions.put(claim.question(), decision);
        }
        return decisions;
    }

    /** Somebody at a door, with what they did before. */
    private record Entry(Case scan, Standing standing) {

        private boolean isTooLateToReturn() {
            DoorRule rule = scan.door().rule();
            Long exit = standing.lastExitAt();
            return rule.repetition() == Repetition.REENTRY_WINDOW
                    && exit != null
                    && standing.firstAt() != null
                    && scan.now().isAfter(Instant.ofEpochMilli(exit).plus(rule.reentryWindow()));
        }

        private Claims.Wanted claim() {
            return new Claims.Wanted(
                    scan.question(),
                    scan.person(),
                    scan.door().scope(),
                    scan.period().orElseThrow());
        }

        private Decision admitted() {
            return scan.decided(Verdict.ADMITTED, null, arrivedAt(), null);
        }

        private Decision refused(Refusal refusal, @Nullable Unconfirmed unconfirmed) {
            return scan.decided(Verdict.REFUSED, refusal, arrivedAt(), unconfirmed);
        }

        private @Nullable Instant arrivedAt() {
            return standing.firstAt() == null ? null : Instant.ofEpochMilli(standing.firstAt());
        }
    }

    private record Case(
            Plan plan,
            Door door,
            Question question,
            @Nullable Bearer bearer,
            Instant now) {

        /** Whose code it is; only for those who may enter. */
        private RegistrationId person() {
            return Objects.requireNonNull(
                    Objects.requireNonNull(bearer, "known").registration(), "of somebody");
        }

        private Optional<Blank> badge() {
            return bearer == null ? Optional.empty() : bearer.badge();
        }

        private String subject() {
            return person().toString();
        }

        private Optional<Period> period() {
            return Period.of(
                    door.rule().repetition(), plan.phase(), plan.calendar().dayOf(now));
        }

        private Standing.Key standing() {
            return Deduction.key(door, plan.phase(), period());
        }

        private Refusal again() {
            return Admission.again(door.rule().repetition());
        }

        private Decision refused(Refusal refusal) {
            return decided(Verdict.REFUSED, refusal, null, null);
        }

        private Decision decided(
                Verdict verdict,
                @Nullable Refusal refusal,
                @Nullable Instant arrivedAt,
                @Nullable Unconfirmed unconfirmed) {
            RegistrationId person = bearer == null ? null : bearer.registration();
            return new Decision(verdict, refusal, person, arrivedAt, unconfirmed, door.prints(), plan.phase(), now);
        }
    }
}
