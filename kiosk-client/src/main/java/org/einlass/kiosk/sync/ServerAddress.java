package org.einlass.kiosk.sync;

import java.net.URI;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;

/**
 * Where the server is, and which event and door this device works for.
 *
 * @param server scheme, host and port, perhaps a path; {@code http} or {@code https}
 * @param token the device's bearer token; a secret
 */
public record ServerAddress(URI server, EventId event, DoorId door, String token) {

    public ServerAddress {
        boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        if (!web || server.getHost() == null) {
            throw new IllegalArgumentException("The server's address is not like https://einlass.example:8443.");
        }
    }

    URI scans() {
        return below("scans");
    }

    URI journal() {
        return below("journal");
    }

    URI sheet() {
        return below("doors/" + door);
    }

    URI below(String path) {
        String base = server.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + "api/v1/events/" + event + "/" + path);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return server + ", event " + event + ", door " + door;
    }
}
