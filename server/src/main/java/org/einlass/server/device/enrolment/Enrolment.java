package org.einlass.server.device.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * One enrolment, from its code to the device that it became.
 *
 * @param expires when the code ends, or the waiting for confirmation
 * @param key the device's, once the code was redeemed
 * @param nonce the server's, once the code was redeemed
 * @param confirmation the short code, once the device is pending
 * @param number which enrolment of the device it became; 0 before
 * @param printer on which it prints; absent where its own settings say so
 */
record Enrolment(
        UUID id,
        EventId event,
        DeviceId device,
        DeviceKind kind,
        String title,
        List<DoorId> doors,
        State state,
        Instant expires,
        @Nullable DevicePublicKey key,
        @Nullable String commitment,
        @Nullable String nonce,
        @Nullable String confirmation,
        long number,
        @Nullable PrinterName printer) {

    Enrolment {
        doors = List.copyOf(doors);
    }

    DeviceDocument document() {
        return new DeviceDocument(title, kind, doors);
    }

    /** As the device hears it. */
    EnrolmentStatus status(List<KeyPin> pins) {
        return new EnrolmentStatus(id, state, event, device, title, kind.name(), doors, pins, nonce, printer);
    }

    private boolean isSettled() {
        return state == State.CONFIRMED || state == State.REJECTED;
    }

    /** @throws Rejected where the organiser rejected it, or nobody settled it in time */
    Enrolment checkAlive(Instant now) {
        if (state == State.REJECTED) {
            throw Rejected.because(RejectionReason.ENROLMENT_REJECTED);
        }
        if (!isSettled() && !now.isBefore(expires)) {
            throw Rejected.because(RejectionReason.ENROLMENT_EXPIRED);
        }
        return this;
    }

    /** @throws Rejected where the device is not enrolled by it */
    Enrolment checkConfirmed(Instant now) {
        checkAlive(now);
        if (state != State.CONFIRMED) {
            throw Rejected.because(RejectionReason.ENROLMENT_PENDING);
        }
        return this;
    }
}
