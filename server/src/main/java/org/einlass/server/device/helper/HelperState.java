package org.einlass.server.device.helper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.OperatorId;

/**
 * Somebody who helps at desks or doors for a day.
 *
 * @param id as journals and the audit trail name the helper
 * @param day of the event, on which the badge is good
 * @param locks where the badge was barred after wrong PINs, the last time at each device
 */
public record HelperState(OperatorId id, String name, HelperWork work, LocalDate day, Instant made, List<Lock> locks) {

    public HelperState {
        locks = List.copyOf(locks);
    }

    /** A device that barred the badge for a while. */
    public record Lock(DeviceId device, Instant at) {}

    /** Without the name. */
    @Override
    public String toString() {
        return "helper " + id;
    }
}
