package org.einlass.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.jspecify.annotations.Nullable;

/**
 * What tickets, reports and kiosks say of an event, and no door decides by.
 *
 * @param firstDay {@link #UNKNOWN_DAY} where the event is of an early server, which did not ask for its days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBrochure(
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable String organiser,
        @Nullable Wording place,
        @Nullable Wording directions,
        @Nullable Wording access,
        @Nullable GuestTexts guests) {

    /** A day that no event of ours has, for the organiser to correct. */
    static final LocalDate UNKNOWN_DAY = LocalDate.of(2000, 1, 1);

    public EventBrochure {
        firstDay = Objects.requireNonNullElse(firstDay, UNKNOWN_DAY);
        lastDay = Objects.requireNonNullElse(lastDay, firstDay);
    }
}
