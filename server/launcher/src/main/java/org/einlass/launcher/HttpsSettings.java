package org.einlass.launcher;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.einlass.launcher.tls.CertifiedKey;

/**
 * How a server is reached by HTTPS.
 *
 * @param bind the address it listens on
 * @param port for devices and everybody else: the event's own certificate
 * @param names host names and addresses beside those of the machine
 * @param browser a second port with the organiser's own certificate
 */
public record HttpsSettings(InetAddress bind, int port, List<String> names, Optional<Browser> browser) {

    public HttpsSettings {
        names = List.copyOf(names);
    }

    /** The port for browsers, with a certificate that they trust without being told. */
    public record Browser(int port, CertifiedKey certificate) {}
}
