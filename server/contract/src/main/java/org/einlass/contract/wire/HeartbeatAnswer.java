package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What a device hears when it has said that it is there.
 *
 * @param event and {@code device}: whom the answer is for; a device believes no other
 * @param wipe an order to destroy all but the journal, repeated for as long as the order stands; absent
 *     without one
 * @param dataKey number of the data key that holds now; for desks only
 * @param tooOld whether the device's contract is older than the rules it may meet: the program wants an
 *     update
 * @param doors where the device may scan; none means every door of the event; absent from a server that says nothing
 *     of them
 * @param helpers whose badges open this device, where it has other ones; absent where nothing has changed
 * @param counter what the organiser wants of a desk's counter, until the desk says that it is so; absent for nothing
 * @param message what the team at this device is to read, for as long as it holds; absent for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeartbeatAnswer(
        EventId event,
        DeviceId device,
        DeviceTrust standing,
        @Nullable UUID wipe,
        @Nullable Long dataKey,
        boolean tooOld,
        Instant serverTime,
        @Nullable List<DoorId> doors,
        @Nullable HelperRows helpers,
        @Nullable DeviceMessage message,
        @Nullable CounterOrder counter) {

    public HeartbeatAnswer {
        doors = doors == null ? null : List.copyOf(doors);
    }

    /** An answer that says nothing of doors. */
    public HeartbeatAnswer(
            EventId event,
            DeviceId device,
            DeviceTrust standing,
            @Nullable UUID wipe,
            @Nullable Long dataKey,
            boolean tooOld,
            Instant serverTime) {
        this(event, device, standing, wipe, dataKey, tooOld, serverTime, null);
    }

    /** An answer that says nothing of helpers, and bears no message. */
    public HeartbeatAnswer(
            EventId event,
            DeviceId device,
            DeviceTrust standing,
            @Nullable UUID wipe,
            @Nullable Long dataKey,
            boolean tooOld,
            Instant serverTime,
            @Nullable List<DoorId> doors) {
        this(event, device, standing, wipe, dataKey, tooOld, serverTime, doors, null, null, null);
    }

    /** A desk's counter is to be open, or closed; each order is obeyed once. */
    public record CounterOrder(UUID id, boolean open) {}

    /**
     * What an organiser tells the team at one device; guests do not read it.
     *
     * @param text one line, 1 to {@value #LONGEST} characters
     */
    public record DeviceMessage(UUID id, String text, Instant sentAt) {
        /** The most characters of a text. */
        public static final int LONGEST = 140;

        /** A message that nobody has taken back holds no longer. */
        public static final Duration HOLDS = Duration.ofHours(12);
    }
}
