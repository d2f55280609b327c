package org.einlass.proof.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.server.event.EventDocument.BookedSession;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Window;
import org.jspecify.annotations.Nullable;

/** What a door of the table asks for besides its reuse rule; each but the first asks for one thing. */
enum RuleVariant {
    OPEN,
    OTHER_CATEGORY,
    OTHER_PROGRAMME,
    TOO_EARLY,
    TOO_LATE,
    TODAY,
    LATER_DAY,
    PAST_DAY,
    SEATS_HELD,
    SEATS_GIVEN_AWAY,
    SEATS_HELD_FOR_GOOD,
    /** Unknown codes of ours are let in provisionally. */
    STAFFED,
    /** The area behind the door takes nobody more. */
    FULL;

    private static final Duration HELD = Duration.ofMinutes(10);

    /** The same door as a device sees it that is unsure of the time. */
    RuleVariant withoutTime() {
        return switch (this) {
            case TOO_EARLY, TOO_LATE, TODAY, LATER_DAY, PAST_DAY -> OPEN;
            case SEATS_HELD -> SEATS_GIVEN_AWAY;
            case OPEN, OTHER_CATEGORY, OTHER_PROGRAMME, SEATS_GIVEN_AWAY, SEATS_HELD_FOR_GOOD, STAFFED, FULL -> this;
        };
    }

    Rule rule(ReuseRule reuse) {
        return new Rule(
                this == OTHER_CATEGORY ? Set.of(TableEvent.ANOTHER_CATEGORY) : Set.of(),
                this == OTHER_PROGRAMME ? Set.of(TableEvent.ANOTHER_PROGRAMME) : Set.of(),
                window(),
                reuse,
                Duration.ofMinutes(30),
                this == STAFFED,
                days(),
                booking());
    }

    private @Nullable Window window() {
        Duration grace = Duration.ofMinutes(1);
        if (this == TOO_EARLY) {
            return new Window(TableEvent.NOW.plusSeconds(61), null, grace);
        }
        return this == TOO_LATE ? new Window(null, TableEvent.NOW.minusSeconds(61), grace) : null;
    }

    private Set<LocalDate> days() {
        if (this == TODAY) {
            return Set.of(TableEvent.TODAY);
        }
        if (this == LATER_DAY) {
            return Set.of(TableEvent.TODAY.plusDays(1));
        }
        return this == PAST_DAY ? Set.of(TableEvent.TODAY.minusDays(1)) : Set.of();
    }

    private @Nullable BookedSession booking() {
        if (this == SEATS_HELD) {
            return new BookedSession(TableEvent.SOON, HELD);
        }
        if (this == SEATS_GIVEN_AWAY) {
            return new BookedSession(TableEvent.BEGUN, HELD);
        }
        return this == SEATS_HELD_FOR_GOOD ? new BookedSession(TableEvent.BEGUN, null) : null;
    }
}
