package org.einlass.contract.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule book of all doors: one pure function that makes the whole decision on a scan. The server and,
 * without network, the device ask it with the same kind of facts.
 *
 * <p>The rules stand in the order in which a person at the door would want to hear a reason. Those that need
 * to know what happened before, and then how many are inside, come last. So a refusal that was given before
 * these were looked up stays the same with them, and only an admission has to be asked about again.
 */
public final class Admission {

    /** A reason to refuse somebody who comes in, or none. */
    private interface EntryRule {
        Optional<Refusal> refusal(Entitlement right, AdmissionQuestion asked);
    }

    /** Whether the registration is for this door at this time. */
    private static final List<EntryRule> RIGHT = List.of(
            (right, asked) -> status(right),
            (right, asked) -> category(right, asked.door().rule()),
            (right, asked) -> programme(right, asked.door().rule()),
            (right, asked) -> window(asked.door().rule(), asked.time()),
            (right, asked) -> day(asked.door().rule().days(), asked.time()),
            (right, asked) -> asked.door().badgeOnly() ? Optional.empty() : day(right.days(), asked.time()),
            (right, asked) -> seat(right, asked.door().rule(), asked.time()));

    /** Whether it may come in once more, and finds room. */
    private static final List<EntryRule> USE = List.of(
            (right, asked) -> repetition(asked),
            (right, asked) -> reentry(asked),
            (right, asked) -> asked.areaFull() ? Optional.of(Refusal.AREA_FULL) : Optional.empty());

    private Admission() {}

    /**
     * Decides on a scan. Whoever goes out is let out with every code that leads to a registration: a refused
     * exit keeps nobody inside, it only falsifies the head count.
     */
    public static Decision decide(AdmissionQuestion asked) {
        if (asked.code() instanceof CodeMatch.Unmatched unknown) {
            return decide(unknown.origin(), asked.door());
        }
        if (asked.door().direction() == Direction.EXIT) {
            return Decision.LET_OUT;
        }
        return asked.code() instanceof CodeMatch.Registered known
                ? decide(known.right(), asked)
                : Decision.refused(Refusal.REVOKED_BADGE, null);
    }

    /**
     * Decides on a code that can be guessed and is not looked up: too many wrong ones came from this device, or it
     * lacks the event's secret. The decision does not tell whether the code leads to somebody. Whoever goes out is let
     * out unknown, and counted where the code does lead to somebody; whoever comes in is asked for by a person.
     */
    public static Decision unchecked(DoorSettings door) {
        return door.direction() == Direction.EXIT
                ? Decision.PROVISIONAL
                : Decision.refused(Refusal.ASK_AT_COUNTER, null);
    }

    private static Decision decide(CodeOrigin origin, DoorSettings door) {
        boolean open = door.direction() == Direction.EXIT || door.rule().provisional();
        return open && origin.isPlausible() ? Decision.PROVISIONAL : Decision.refused(origin.refusal(), null);
    }

    private static Decision decide(Entitlement right, AdmissionQuestion asked) {
        Instant arrivedAt = asked.before().firstAt();
        return first(RIGHT, right, asked)
                .map(reason -> Decision.refused(reason, null))
                .or(() -> first(USE, right, asked).map(reason -> Decision.refused(reason, arrivedAt)))
                .orElseGet(() -> new Decision(
                        Verdict.ADMITTED,
                        null,
                        arrivedAt,
                        asked.period().orElse(null),
                        asked.door().prints()));
    }

    private static Optional<Refusal> first(List<EntryRule> rules, Entitlement right, AdmissionQuestion asked) {
        for (EntryRule rule : rules) {
            Optional<Refusal> refusal = rule.refusal(right, asked);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> status(Entitlement right) {
        return switch (right.status()) {
            case CONFIRMED -> Optional.empty();
            case WAITLISTED -> Optional.of(Refusal.WAITLISTED);
            case CANCELLED -> Optional.of(Refusal.CANCELLED);
            case BLOCKED -> Optional.of(Refusal.BLOCKED);
            case REPRESENTED -> Optional.of(Refusal.REPRESENTED);
        };
    }

    private static Optional<Refusal> category(Entitlement right, DoorRule rule) {
        boolean fits = rule.categories().isEmpty() || rule.categories().contains(right.category());
        return fits ? Optional.empty() : Optional.of(Refusal.WRONG_CATEGORY);
    }

    private static Optional<Refusal> programme(Entitlement right, DoorRule rule) {
        boolean booked =
                rule.programmes().isEmpty() || right.programmes().stream().anyMatch(rule.programmes()::contains);
        return booked ? Optional.empty() : Optional.of(Refusal.NOT_BOOKED);
    }

    private static Optional<Refusal> window(DoorRule rule, ScanTime time) {
        if (!time.sure()) {
            return Optional.empty();
        }
        if (rule.window().opensAfter(time.at())) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        return rule.window().closedBefore(time.at()) ? Optional.of(Refusal.TOO_LATE) : Optional.empty();
    }

    private static Optional<Refusal> day(Set<LocalDate> permitted, ScanTime time) {
        if (!time.sure() || permitted.isEmpty() || permitted.contains(time.day())) {
            return Optional.empty();
        }
        boolean comes = permitted.stream().anyMatch(time.day()::isBefore);
        return Optional.of(comes ? Refusal.TOO_EARLY : Refusal.TOO_LATE);
    }

    /** Who is unsure of the time cannot know that the seats are still held. */
    private static Optional<Refusal> seat(Entitlement right, DoorRule rule, ScanTime time) {
        Booking asked = rule.booking();
        if (asked == null || right.bookings().contains(asked.session())) {
            return Optional.empty();
        }
        boolean anyone = asked.holdFor() != null && (!time.sure() || asked.isOver(time.at()));
        return anyone ? Optional.empty() : Optional.of(Refusal.NOT_BOOKED);
    }

    /**
     * Who is unsure of the day cannot know that it was today; who sees no exits cannot know that it is not
     * over.
     */
    private static Optional<Refusal> repetition(AdmissionQuestion asked) {
        PriorUse before = asked.before();
        if (!before.held()) {
            return Optional.empty();
        }
        return switch (asked.door().rule().repetition()) {
            case FREE -> Optional.empty();
            case ONCE -> Optional.of(Refusal.ALREADY_USED);
            case ONCE_A_DAY -> asked.time().sure() ? Optional.of(Refusal.ALREADY_USED) : Optional.empty();
            case AGAIN_AFTER_EXIT, REENTRY_WINDOW ->
                before.exitsKnown() ? Optional.of(Refusal.ALREADY_INSIDE) : Optional.empty();
        };
    }

    private static Optional<Refusal> reentry(AdmissionQuestion asked) {
        DoorRule rule = asked.door().rule();
        PriorUse before = asked.before();
        Instant exit = before.lastExitAt();
        boolean expired = rule.repetition() == ReuseRule.REENTRY_WINDOW
                && asked.time().sure()
                && before.firstAt() != null
                && exit != null
                && asked.time().at().isAfter(exit.plus(rule.reentryWindow()));
        return expired ? Optional.of(Refusal.ALREADY_USED) : Optional.empty();
    }
}
