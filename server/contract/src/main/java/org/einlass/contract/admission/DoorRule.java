package org.einlass.contract.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a door lets pass. Empty sets ask nothing.
 *
 * @param categories any of these
 * @param programmes any of these
 * @param reentryWindow how long after an exit one may come back; read with {@link ReuseRule#REENTRY_WINDOW}
 *     only
 * @param provisional whether an unknown code of ours is let in provisionally; for staffed doors without
 *     booking
 * @param days any of these days of the event
 * @param booking whether a seat must have been booked; absent where nothing is booked here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoorRule(
        Set<CategoryId> categories,
        Set<ProgrammeId> programmes,
        TimeWindow window,
        ReuseRule repetition,
        Duration reentryWindow,
        boolean provisional,
        Set<LocalDate> days,
        @Nullable Booking booking) {

    /**
     * The version of this contract that a device must know to decide by every rule that can be written here, and to
     * look up every code: 3 since guessable codes stand in the roster under a secret.
     */
    public static final int VERSION = 3;

    /** The usual entrance: every confirmed registration, always, as often as they like. */
    public static final DoorRule OPEN =
            new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, ReuseRule.FREE, Duration.ZERO, false);

    public DoorRule {
        // what is absent in a rule that an older server wrote asks nothing
        categories = Set.copyOf(Objects.requireNonNullElse(categories, Set.of()));
        programmes = Set.copyOf(Objects.requireNonNullElse(programmes, Set.of()));
        window = Objects.requireNonNullElse(window, TimeWindow.ALWAYS);
        repetition = Objects.requireNonNullElse(repetition, ReuseRule.FREE);
        reentryWindow = Objects.requireNonNullElse(reentryWindow, Duration.ZERO);
        days = Set.copyOf(Objects.requireNonNullElse(days, Set.of()));
    }

    /** A rule that asks neither for days nor for a booking. */
    public DoorRule(
            Set<CategoryId> categories,
            Set<ProgrammeId> programmes,
            TimeWindow window,
            ReuseRule repetition,
            Duration reentryWindow,
            boolean provisional) {
        this(categories, programmes, window, repetition, reentryWindow, provisional, Set.of(), null);
    }

    /** The same rule with another repetition. */
    public DoorRule repeated(ReuseRule how) {
        return new DoorRule(categories, programmes, window, how, reentryWindow, provisional, days, booking);
    }

    /** The same rule for those who booked a seat. */
    public DoorRule booked(Booking asked) {
        return new DoorRule(categories, programmes, window, repetition, reentryWindow, provisional, days, asked);
    }
}
