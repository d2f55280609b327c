package org.einlass.server.admission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Period;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.admission.Bearers.Bearer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decides on a scan that was never answered: who is it, may they, have they, and is there room. */
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

    /** Decides, and takes the claim that an admission needs. */
    Decision decide(Handle handle, Plan plan, Door door, Question question, Instant now) {
        Case scan = new Case(handle, plan, door, question, now);
        LookupId lookup = question.lookup();
        if (lookup == null) {
            return scan.refused(Refusal.FOREIGN, null);
        }
        return bearers.find(handle, plan.event(), lookup)
                .map(bearer -> known(scan, bearer))
                .orElseGet(() -> unknown(scan));
    }

    private Decision unknown(Case scan) {
        Code code = scan.question().ours();
        if (code == null) {
            return scan.refused(Refusal.UNKNOWN, null);
        }
        Optional<EventId> maker = keys.maker(scan.handle(), code);
        if (maker.isEmpty()) {
            return scan.refused(Refusal.NOT_GENUINE, null);
        }
        if (!maker.get().equals(scan.plan().event())) {
            return scan.refused(Refusal.OTHER_EVENT, null);
        }
        return scan.door().rule().provisional()
                ? scan.decided(Verdict.PROVISIONAL, null, null, null, null)
                : scan.refused(Refusal.UNKNOWN, null);
    }

    private Decision known(Case scan, Bearer bearer) {
        RegistrationId registration = bearer.registration();
        Entitlement right = bearer.right();
        if (registration == null || right == null) {
            return scan.refused(Refusal.UNKNOWN, null);
        }
        if (bearer.revoked()) {
            return scan.refused(Refusal.REVOKED_BADGE, registration);
        }
        if (scan.door().direction() == Direction.EXIT) {
            return scan.decided(Verdict.ADMITTED, null, registration, null, null);
        }
        Optional<Refusal> refusal = Admission.decide(
                right, scan.door().rule(), scan.plan().calendar().moment(scan.now(), true));
        return refusal.map(reason -> scan.refused(reason, registration)).orElseGet(() -> permitted(scan, registration));
    }

    private Decision permitted(Case scan, RegistrationId registration) {
        Door door = scan.door();
        Optional<Period> period = Period.of(
                door.rule().repetition(),
                scan.plan().phase(),
                scan.plan().calendar().dayOf(scan.now()));
        Standing standing = standings
                .find(
                        scan.handle(),
                        scan.plan().event(),
                        registration.toString(),
                        Deduction.key(door, scan.plan().phase(), period))
                .orElse(Standing.NONE);
        Instant arrivedAt = standing.firstAt() == null ? null : Instant.ofEpochMilli(standing.firstAt());
        if (period.isPresent() && standing.held()) {
            return scan.decided(
                    Verdict.REFUSED, Admission.again(door.rule().repetition()), registration, arrivedAt, null);
        }
        if (isTooLateToReturn(door, standing, scan.now())) {
            return scan.decided(Verdict.REFUSED, Refusal.ALREADY_USED, registration, arrivedAt, null);
        }
        if (room.isFull(scan.handle(), scan.plan(), door, registration)) {
            return scan.decided(Verdict.REFUSED, Refusal.AREA_FULL, registration, arrivedAt, null);
        }
        return period.map(claimed -> claim(scan, registration, claimed, arrivedAt))
                .orElseGet(() -> scan.decided(Verdict.ADMITTED, null, registration, arrivedAt, null));
    }

    private static boolean isTooLateToReturn(Door door, Standing standing, Instant now) {
        Long exit = standing.lastExitAt();
        return door.rule().repetition() == Repetition.REENTRY_WINDOW
                && exit != null
                && standing.firstAt() != null
                && now.isAfter(Instant.ofEpochMilli(exit).plus(door.rule().reentryWindow()));
    }

    private Decision claim(Case scan, RegistrationId registration, Period period, @Nullable Instant arrivedAt) {
        Door door = scan.door();
        if (claims.take(scan.handle(), scan.question(), registration, door.scope(), period, scan.now())) {
            return scan.decided(Verdict.ADMITTED, null, registration, arrivedAt, null);
        }
        Unconfirmed unconfirmed = claims.unconfirmed(
                        scan.handle(), scan.plan().event(), registration, door.scope(), period)
                .orElse(null);
        return scan.decided(
                Verdict.REFUSED, Admission.again(door.rule().repetition()), registration, arrivedAt, unconfirmed);
    }

    /** Whether areas behind a door have room for one more. */
    static final class Room {
        private final HeadCounts headCounts;
        private final Presences presences;
        private final Answers answers;

        Room(HeadCounts headCounts, Presences presences, Answers answers) {
            this.headCounts = headCounts;
            this.presences = presences;
            this.answers = answers;
        }

        boolean isFull(Handle handle, Plan plan, Door door, RegistrationId registration) {
            List<Area> hard = plan.chain(door.area()).stream()
                    .filter(Area::refusesWhenFull)
                    .toList();
            List<AreaId> ids = hard.stream().map(Area::id).toList();
            headCounts.lock(handle, plan.event(), ids);
            return hard.stream().anyMatch(area -> isFull(handle, plan, area, registration));
        }

        private boolean isFull(Handle handle, Plan plan, Area area, RegistrationId registration) {
            Stay.Key key = new Stay.Key(plan.phase(), area.id());
            if (presences.isInside(handle, plan.event(), key, registration.toString())) {
                return false;
            }
            long people = headCounts.of(handle, plan.event(), plan.phase(), area.id())
                    + answers.onTheirWay(
                            handle, plan.event(), plan.phase(), area.id(), plan.entries(area.id()), registration);
            Integer permitted = area.permitted();
            return permitted != null && people >= permitted;
        }
    }

    private record Case(Handle handle, Plan plan, Door door, Question question, Instant now) {

        Decision refused(Refusal refusal, @Nullable RegistrationId registration) {
            return decided(Verdict.REFUSED, refusal, registration, null, null);
        }

        Decision decided(
                Verdict verdict,
                @Nullable Refusal refusal,
                @Nullable RegistrationId registration,
                @Nullable Instant arrivedAt,
                @Nullable Unconfirmed unconfirmed) {
            return new Decision(
                    verdict, refusal, registration, arrivedAt, unconfirmed, door.prints(), plan.phase(), now);
        }
    }
}
