package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What a door's screen shows of the room behind it; no kiosk is given it.
 *
 * @param area where the door leads
 * @param permitted how many people may be in it, 1 or more; absent where there is no limit
 * @param sessions in this area that have not ended and begin within a day, the earliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomSheet(
        AreaId area, Wording title, @Nullable Integer permitted, List<Slot> sessions) {

    public RoomSheet {
        sessions = List.copyOf(Objects.requireNonNullElse(sessions, List.of()));
    }

    /**
     * A session in the room.
     *
     * @param seats how many may book it; absent where nobody counts
     * @param booked seats that are booked, zero or more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slot(
            SessionId session,
            Wording title,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer seats,
            long booked) {}

    /**
     * How many people are in the room now.
     *
     * @param people zero or more, as all reported facts say
     */
    public record Count(AreaId area, long people, Instant at) {}
}
