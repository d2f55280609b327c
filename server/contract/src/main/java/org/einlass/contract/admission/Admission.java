package org.einlass.contract.admission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a registration may pass a door. The same function decides on the server and, without network, on the
 * device; everything it depends on is an argument.
 */
public final class Admission {
    private Admission() {}

    /**
     * The first reason to refuse, in the order in which a person at the door would want to hear it, or empty where the
     * registration may pass. Whether an earlier passage or a full room stands in the way is not this function's
     * business: see {@link #again} and {@link HeadCount}.
     */
    public static Optional<Refusal> decide(Entitlement entitlement, DoorRule rule, ScanTime scanTime) {
        return standing(entitlement)
                .or(() -> place(entitlement, rule))
                .or(() -> scanTime.sure() ? time(entitlement, rule, scanTime) : Optional.empty())
                .or(() -> seat(entitlement, rule, scanTime));
    }

    /** What somebody hears who passed before and may not pass now. */
    public static Refusal again(ReuseRule reuseRule) {
        return switch (reuseRule) {
            case AGAIN_AFTER_EXIT, REENTRY_WINDOW -> Refusal.ALREADY_INSIDE;
            case FREE, ONCE, ONCE_A_DAY -> Refusal.ALREADY_USED;
        };
    }

    private static Optional<Refusal> standing(Entitlement entitlement) {
        return switch (entitlement.status()) {
            case CONFIRMED -> Optional.empty();
            case WAITLISTED -> Optional.of(Refusal.WAITLISTED);
            case CANCELLED -> Optional.of(Refusal.CANCELLED);
            case BLOCKED -> Optional.of(Refusal.BLOCKED);
            case REPRESENTED -> Optional.of(Refusal.REPRESENTED);
        };
    }

    private static Optional<Refusal> place(Entitlement entitlement, DoorRule rule) {
        if (!rule.categories().isEmpty() && !rule.categories().contains(entitlement.category())) {
            return Optional.of(Refusal.WRONG_CATEGORY);
        }
        boolean booked =
                rule.programmes().isEmpty() || entitlement.programmes().stream().anyMatch(rule.programmes()::contains);
        return booked ? Optional.empty() : Optional.of(Refusal.NOT_BOOKED);
    }

    private static Optional<Refusal> time(Entitlement entitlement, DoorRule rule, ScanTime scanTime) {
        if (rule.window().opensAfter(scanTime.at())) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        if (rule.window().closedBefore(scanTime.at())) {
            return Optional.of(Refusal.TOO_LATE);
        }
        return day(rule.days(), scanTime).or(() -> day(entitlement.days(), scanTime));
    }

    private static Optional<Refusal> day(Set<LocalDate> permitted, ScanTime scanTime) {
        LocalDate today = scanTime.day();
        if (today == null || permitted.isEmpty() || permitted.contains(today)) {
            return Optional.empty();
        }
        boolean comes = permitted.stream().anyMatch(today::isBefore);
        return Optional.of(comes ? Refusal.TOO_EARLY : Refusal.TOO_LATE);
    }

    /** Who is unsure of the time cannot know that the seats are still held. */
    private static Optional<Refusal> seat(Entitlement entitlement, DoorRule rule, ScanTime scanTime) {
        Booking asked = rule.booking();
        if (asked == null || entitlement.bookings().contains(asked.session())) {
            return Optional.empty();
        }
        boolean anyone = asked.holdFor() != null && (!scanTime.sure() || asked.isOver(scanTime.at()));
        return anyone ? Optional.empty() : Optional.of(Refusal.NOT_BOOKED);
    }
}
