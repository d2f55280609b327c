package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.Wording;
import org.einlass.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a room tells: nothing of anybody.
 *
 * @param people counted so far
 * @param permitted how many may be inside; absent where nobody said
 * @param next the session that runs or comes next; absent where none does within a day
 * @param zone by whose clock times are read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomPage(
        AreaId area,
        Wording title,
        long people,
        @Nullable Integer permitted,
        LiveLevel level,
        @Nullable Next next,
        String zone) {

    /** A session of the room. */
    public record Next(Wording title, Instant startsAt, Instant endsAt) {}
}
