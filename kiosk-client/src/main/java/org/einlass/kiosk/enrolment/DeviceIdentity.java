package org.einlass.kiosk.enrolment;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.jspecify.annotations.Nullable;

/**
 * What this device became when it was enrolled, as {@code enrolment.json} keeps it. Full of secrets.
 *
 * @param addresses of the server, the one that answered first
 * @param pins by which keys the server is known; none for plain HTTP on this machine
 * @param kind {@code KIOSK}, {@code DESK} or {@code DOOR}
 * @param doors where it scans; at least one
 * @param privateKey PKCS #8 in base64
 * @param token the last one that the server gave; absent before the first
 * @param printer on which it prints where its settings say nothing; absent where nobody assigned one
 */
public record DeviceIdentity(
        List<URI> addresses,
        List<KeyPin> pins,
        UUID enrolment,
        EventId event,
        DeviceId device,
        String kind,
        List<DoorId> doors,
        String privateKey,
        @Nullable String token,
        @Nullable PrinterName printer) {

    public DeviceIdentity {
        addresses = List.copyOf(addresses);
        pins = List.copyOf(pins);
        doors = List.copyOf(doors);
        if (addresses.isEmpty() || doors.isEmpty()) {
            throw new IllegalArgumentException("An enrolled device has an address and a door.");
        }
    }

    /**
     * With the next token, and the server's keys as it tells them with it.
     *
     * @param told absent, or none, where the keys stay; so they do on a device that uses no HTTPS
     */
    DeviceIdentity renewed(String next, @Nullable List<KeyPin> told) {
        if (told == null || told.isEmpty() || told.size() > TokenGrant.MOST_PINS || pins.isEmpty()) {
            return new DeviceIdentity(
                    addresses, pins, enrolment, event, device, kind, doors, privateKey, next, printer);
        }
        return new DeviceIdentity(addresses, told, enrolment, event, device, kind, doors, privateKey, next, printer);
    }

    /** @throws IllegalArgumentException where it is no private key on an elliptic curve */
    PrivateKey key() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("no private key", broken);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "device " + device + " of " + event;
    }
}
