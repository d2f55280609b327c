package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A call for help from a kiosk, a door or a desk.
 *
 * @param device which one calls
 * @param place the device as people call it
 * @param acknowledgedAt when somebody said that they come; absent before that
 * @param acknowledgedBy the desk that comes, as people call it; absent also where an organiser comes
 * @param ended whether somebody has come, or nobody is needed any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelpCall(
        EntryId call,
        DeviceId device,
        String place,
        HelpReason reason,
        Instant calledAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        boolean ended) {

    /** Whether somebody is on the way. */
    public boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /**
     * All calls that nobody has ended, those that nobody has acknowledged first, then the longest first.
     *
     * @param at the server's time, by which the ages count
     */
    public record Open(List<HelpCall> calls, Instant at) {

        public Open {
            calls = List.copyOf(Objects.requireNonNullElse(calls, List.of()));
        }
    }
}
