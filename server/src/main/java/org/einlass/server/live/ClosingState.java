package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How far the closing of an event is.
 *
 * @param steps in the order in which they are taken
 * @param frozen the figures as they were frozen; absent before
 * @param deletion the day on which all people of the event are erased; absent where none is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingState(
        Phase phase,
        List<Step> steps,
        @Nullable Frozen frozen,
        @Nullable LocalDate deletion) {

    /** What is to be reached before an event is closed. */
    public enum Kind {
        /** Nothing is to be clarified. */
        CLARIFIED,
        /** No device holds entries that it has not delivered, as far as anybody knows. */
        DELIVERED,
        /** No entry is missing between those that were delivered. */
        COMPLETE,
        /** The figures are kept as they are. */
        FROZEN,
        /** The day is set on which all people of the event are erased. */
        DELETION_SET,
        CLOSED,
        /** Every device has told that it destroyed what it held. */
        WIPED
    }

    /**
     * One step.
     *
     * @param open what stands in its way, by name; empty where it is reached
     */
    public record Step(Kind kind, boolean reached, List<String> open) {

        public Step {
            open = List.copyOf(open);
        }
    }

    /**
     * Figures as they were frozen, and what came after.
     *
     * @param behind devices that had not delivered everything then, by title
     * @param arrivedNow what is counted today
     * @param late what devices delivered since of what happened before
     */
    public record Frozen(
            Instant at,
            long registered,
            long arrived,
            List<String> behind,
            long registeredNow,
            long arrivedNow,
            List<Late> late) {

        public Frozen {
            behind = List.copyOf(behind);
            late = List.copyOf(late);
        }
    }

    /** Entries that a device delivered after the figures were frozen. */
    public record Late(String device, long entries) {}

    public ClosingState {
        steps = List.copyOf(steps);
    }
}
