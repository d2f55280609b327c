package org.einlass.contract.admission;

import java.util.Optional;

/**
 * Decides whether a registration may pass a door. The same function decides on the server and, without network, on the
 * device; everything it depends on is an argument.
 */
public final class Admission {
    private Admission() {}

    /**
     * The first reason to refuse, in the order in which a person at the door would want to hear it, or empty where the
     * registration may pass. Whether an earlier passage stands in the way is the claim's business, not this function's.
     */
    public static Optional<Refusal> decide(Entitlement entitlement, DoorRule rule, Moment moment) {
        return standing(entitlement)
                .or(() -> place(entitlement, rule))
                .or(() -> moment.sure() ? time(rule, moment) : Optional.empty());
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

    private static Optional<Refusal> time(DoorRule rule, Moment moment) {
        if (rule.window().opensAfter(moment.at())) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        return rule.window().closedBefore(moment.at()) ? Optional.of(Refusal.TOO_LATE) : Optional.empty();
    }
}
