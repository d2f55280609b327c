package org.einlass.contract.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a session that were booked. They are held for those who booked until {@code holdFor} after the
 * start; from then on anyone may sit down whom the door permits otherwise.
 *
 * @param startsAt when the session begins
 * @param holdFor how long after the start seats are held; absent where they are never given away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(
        SessionId session, Instant startsAt, @Nullable Duration holdFor) {

    /** Whether seats that nobody took are free for anyone at {@code at}. */
    boolean isOver(Instant at) {
        return holdFor != null && !at.isBefore(startsAt.plus(holdFor));
    }
}
