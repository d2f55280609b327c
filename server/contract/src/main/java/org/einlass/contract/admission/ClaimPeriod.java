package org.einlass.contract.admission;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The stretch of an event within which a scope admits once. Practice never counts, so each phase has periods
 * of its own.
 */
public record ClaimPeriod(String text) {

    /** The period of a passage, or empty where the door asks for no "once". */
    public static Optional<ClaimPeriod> of(ReuseRule reuseRule, Phase phase, LocalDate day) {
        return switch (reuseRule) {
            case FREE -> Optional.empty();
            case ONCE -> Optional.of(named(phase, "once"));
            case AGAIN_AFTER_EXIT, REENTRY_WINDOW -> Optional.of(inside(phase));
            case ONCE_A_DAY -> Optional.of(named(phase, day.toString()));
        };
    }

    /** The period that an exit ends. */
    public static ClaimPeriod inside(Phase phase) {
        return named(phase, "inside");
    }

    private static ClaimPeriod named(Phase phase, String stretch) {
        return new ClaimPeriod(phase.name().toLowerCase(Locale.ROOT) + " " + stretch);
    }

    @Override
    public String toString() {
        return text;
    }
}
