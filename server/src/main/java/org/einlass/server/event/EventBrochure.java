package org.einlass.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.jspecify.annotations.Nullable;

/** What tickets, reports and kiosks say of an event, and no door decides by. */
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
        @Nullable GuestTexts guests) {}
