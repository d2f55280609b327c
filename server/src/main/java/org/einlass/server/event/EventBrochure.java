package org.einlass.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** What tickets and reports say of an event, and no door asks for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBrochure(
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable String organiser,
        @Nullable Wording place,
        @Nullable Wording directions,
        @Nullable Wording access) {}
