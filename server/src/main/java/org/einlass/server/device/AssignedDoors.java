package org.einlass.server.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.id.DoorId;
import org.jspecify.annotations.Nullable;

/**
 * Where a device may scan, now and before.
 *
 * @param version of the device; its {@code ETag}
 * @param doors none means every door of the event
 * @param history from when to when it was assigned where, the newest last
 */
public record AssignedDoors(long version, List<DoorId> doors, List<Period> history) {

    /** What an organiser says. */
    public record Change(@Nullable List<DoorId> doors) {}

    /**
     * One assignment.
     *
     * @param door absent for every door of the event
     * @param to absent where it holds now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(
            @Nullable DoorId door, Instant from, @Nullable Instant to) {}

    public AssignedDoors {
        doors = List.copyOf(doors);
        history = List.copyOf(history);
    }
}
