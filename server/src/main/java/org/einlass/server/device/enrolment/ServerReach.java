package org.einlass.server.device.enrolment;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.tls.KeyPin;

/**
 * Where devices reach this server, and by which keys they know it.
 *
 * @param pins today's event CA first; none without HTTPS
 */
public record ServerReach(List<URI> addresses, List<KeyPin> pins) {
    private static final String BETWEEN = ",";

    public ServerReach {
        addresses = List.copyOf(addresses);
        pins = List.copyOf(pins);
    }

    /** Reads what the launcher writes: values with commas between them. */
    public static ServerReach parse(String addresses, String pins) {
        return new ServerReach(
                Arrays.stream(addresses.split(BETWEEN)).map(URI::create).toList(),
                Arrays.stream(pins.split(BETWEEN))
                        .filter(pin -> !pin.isEmpty())
                        .map(KeyPin::new)
                        .toList());
    }

    /** The key of today. */
    Optional<KeyPin> pin() {
        return pins.stream().findFirst();
    }
}
