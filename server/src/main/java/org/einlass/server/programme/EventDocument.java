package org.einlass.server.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.registration.Category;
import org.jspecify.annotations.Nullable;

/**
 * An event as the organiser writes it down: one JSON document, stored and answered as a whole.
 *
 * @param dayStart when a day of the event begins, by its local time; 04:00 where nothing is said
 * @param phase rehearsal where nothing is said
 * @param firstDay first day of the event, for tickets and reports
 * @param lastDay same as {@code firstDay} where nothing is said
 * @param opens when the doors open, as tickets say it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventDocument(
        Wording title,
        ZoneId zone,
        @Nullable LocalTime dayStart,
        @Nullable Phase phase,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable String organiser,
        @Nullable Wording place,
        @Nullable Wording directions,
        @Nullable Wording access,
        @Nullable String hotline,
        @Nullable List<Programme> programmes,
        List<Category> categories,
        @Nullable List<Area> areas,
        List<Door> doors) {

    /** A programme: one of the co-located congresses of an event. */
    public record Programme(ProgrammeId id, Wording title) {}

    /**
     * A place with a permitted head count.
     *
     * @param parent the area around this one
     * @param permitted permitted head count, 1 or more; absent where there is none
     * @param hard whether a full area refuses
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Area(
            AreaId id,
            Wording title,
            @Nullable AreaId parent,
            @Nullable Integer permitted,
            boolean hard) {}

    /**
     * Where codes are scanned.
     *
     * @param scope the doors that share one "once"; the area's own id where nothing is said
     * @param direction entry where nothing is said
     * @param prints whether an admission here prints a badge
     * @param rule the usual entrance where nothing is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Door(
            DoorId id,
            Wording title,
            AreaId area,
            @Nullable ScopeId scope,
            @Nullable Direction direction,
            boolean prints,
            @Nullable Rule rule) {}

    /** A door's rule as an organiser writes it; whatever is absent asks nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            @Nullable Set<CategoryId> categories,
            @Nullable Set<ProgrammeId> programmes,
            @Nullable TimeWindow window,
            @Nullable Repetition repetition,
            @Nullable Duration reentryWindow,
            boolean provisional) {

        public DoorRule asDoorRule() {
            return new DoorRule(
                    Objects.requireNonNullElse(categories, Set.of()),
                    Objects.requireNonNullElse(programmes, Set.of()),
                    Objects.requireNonNullElse(window, TimeWindow.ALWAYS),
                    Objects.requireNonNullElse(repetition, Repetition.FREE),
                    Objects.requireNonNullElse(reentryWindow, Duration.ZERO),
                    provisional);
        }
    }
}
