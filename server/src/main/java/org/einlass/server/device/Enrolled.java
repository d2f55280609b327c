package org.einlass.server.device;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;

/**
 * What the organiser hears when a device is enrolled.
 *
 * @param token the device's bearer token; said once, kept nowhere
 */
public record Enrolled(EventId event, DeviceId device, DeviceKind kind, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "device " + device + " of " + event;
    }
}
