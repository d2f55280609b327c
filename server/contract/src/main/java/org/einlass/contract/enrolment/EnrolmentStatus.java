package org.einlass.contract.enrolment;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.jspecify.annotations.Nullable;

/**
 * How an enrolment stands, as its device hears it.
 *
 * @param nonce the server's, once the code was redeemed; absent before
 * @param kind {@code KIOSK}, {@code DESK} or {@code DOOR}
 * @param doors where it is to scan, the first one from the start
 * @param pins by which keys the server is to be known from now on; none without HTTPS
 * @param printer on which it is to print; absent where its own settings say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentStatus(
        UUID enrolment,
        State state,
        EventId event,
        DeviceId device,
        String title,
        String kind,
        List<DoorId> doors,
        List<KeyPin> pins,
        @Nullable String nonce,
        @Nullable PrinterName printer) {

    /** How far an enrolment is. */
    public enum State {
        /** The code is not redeemed yet. */
        OPEN,
        /** A device has redeemed the code, and has not told its nonce yet. */
        REDEEMED,
        /** A person has to compare the short codes. */
        PENDING,
        /** The device is enrolled. */
        CONFIRMED,
        /** The organiser rejected the device or withdrew the code. */
        REJECTED,
        /** A state of a newer server. */
        @JsonEnumDefaultValue
        UNRECOGNISED
    }

    public EnrolmentStatus {
        doors = List.copyOf(doors);
        pins = List.copyOf(pins);
    }
}
