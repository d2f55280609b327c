package org.einlass.kiosk.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.einlass.contract.tls.KeyPin;

/**
 * Takes whatever server answers at an address that a person typed, and remembers the key of its CA; every later
 * connection has to show the same. Only for an enrolment, whose short code is computed from that key: a person who
 * compares the codes finds out about anybody in the midst. Nothing secret but the one-time code is said over it.
 */
public final class FirstContactTrust extends ServerTrust {
    private final AtomicReference<KeyPin> seen = new AtomicReference<>();

    /** TLS that trusts what it meets first. */
    public SSLContext sslContext() {
        return tls();
    }

    /** The key of the CA behind the server; empty before the first connection. */
    public Optional<KeyPin> pin() {
        return Optional.ofNullable(seen.get());
    }

    /** @throws CertificateException where the chain is none, or another one than at first */
    @Override
    void check(X509Certificate... chain) throws CertificateException {
        if (chain.length < 2) {
            throw new CertificateException("This server shows no authority that signed its certificate.");
        }
        KeyPin pin = KeyPin.of(chain[chain.length - 1].getPublicKey());
        new PinnedTrust(List.of(pin)).check(chain);
        if (!seen.compareAndSet(null, pin) && !pin.equals(seen.get())) {
            throw new CertificateException("This is another server than a moment ago.");
        }
    }
}
