package org.einlass.server.device.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.server.device.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * A code that is open, or a device that waits to be confirmed, as the organiser sees it.
 *
 * @param confirmation the short code to be compared with the device's screen, once it is pending
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingDevice(
        UUID enrolment,
        State state,
        DeviceId device,
        DeviceKind kind,
        String title,
        List<DoorId> doors,
        Instant expires,
        @Nullable String confirmation) {

    public WaitingDevice {
        doors = List.copyOf(doors);
    }

    static WaitingDevice of(Enrolment enrolment) {
        return new WaitingDevice(
                enrolment.id(),
                enrolment.state(),
                enrolment.device(),
                enrolment.kind(),
                enrolment.title(),
                enrolment.doors(),
                enrolment.expires(),
                enrolment.confirmation());
    }
}
