package org.einlass.server.device.enrolment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.tls.KeyPin;

/**
 * What the organiser hears when a code for a device was made, this once.
 *
 * @param code for people who type it, in groups of four
 * @param offer what the QR code for the device's camera or scanner says
 * @param addresses where the device reaches the server
 * @param pins by which keys it is to know the server
 */
public record MadeEnrolment(
        UUID enrolment,
        DeviceId device,
        String code,
        String offer,
        List<URI> addresses,
        List<KeyPin> pins,
        Instant expires) {

    public MadeEnrolment {
        addresses = List.copyOf(addresses);
        pins = List.copyOf(pins);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "enrolment of " + device;
    }
}
