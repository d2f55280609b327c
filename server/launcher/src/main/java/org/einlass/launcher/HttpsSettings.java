package org.einlass.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.launcher.tls.CertificateNames;
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
    public record Browser(int port, CertifiedKey certificate) {
        private static final Duration SOON = Duration.ofDays(14);

        /** What somebody should look at: browsers refuse it already, or will within two weeks. */
        Optional<Wording> warning(Instant now) {
            X509Certificate own = certificate.certificate();
            if (own.getNotBefore().toInstant().isBefore(now)
                    && own.getNotAfter().toInstant().isAfter(now.plus(SOON))) {
                return Optional.empty();
            }
            String from = own.getNotBefore().toInstant().toString();
            String until = own.getNotAfter().toInstant().toString();
            return Optional.of(new Wording(
                    "Das Zertifikat für Browser gilt nur von " + from + " bis " + until
                            + ". Bitte rechtzeitig erneuern.",
                    "The certificate for browsers is valid from " + from + " to " + until
                            + " only. Renew it in time."));
        }
    }

    /** What the server's certificate is to be good for: all by which somebody may reach it. */
    CertificateNames certificateNames() {
        Stream<String> own = bind.isAnyLocalAddress() ? Stream.of() : Stream.of(bind.getHostAddress());
        return CertificateNames.ofThisMachine(Stream.concat(own, names.stream()).toList());
    }

    /**
     * Where others reach the server: by its own names, else by each address of the machine that it listens
     * on.
     */
    List<URI> addresses() {
        return hosts().stream().map(host -> address(host, port)).toList();
    }

    /** Where people open pages: under the certificate that browsers trust, where there is one. */
    URI pages() {
        return address(hosts().get(0), browser.map(Browser::port).orElse(port));
    }

    private List<String> hosts() {
        return names.isEmpty() ? CertificateNames.reaching(bind) : names;
    }

    private static URI address(String host, int port) {
        return URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    /** What somebody should look at, though it stops no server. */
    Optional<Wording> warning(Instant now) {
        return browser.flatMap(own -> own.warning(now));
    }
}
