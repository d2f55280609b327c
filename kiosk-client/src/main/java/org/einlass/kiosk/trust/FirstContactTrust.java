package org.einlass.kiosk.trust;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.einlass.contract.tls.KeyPin;

/**
 * Takes whatever server answers at an address that a person typed, and remembers the key of its CA; every later
 * connection has to show the same. Only for an enrolment, whose short code is computed from that key: a person who
 * compares the codes finds out about anybody in the midst. Nothing secret but the one-time code is said over it.
 */
public final class FirstContactTrust extends X509ExtendedTrustManager {
    private final AtomicReference<KeyPin> seen = new AtomicReference<>();

    /** TLS that trusts what it meets first. */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java platform lacks TLS.", missing);
        }
    }

    /** The key of the CA behind the server; empty before the first connection. */
    public Optional<KeyPin> pin() {
        return Optional.ofNullable(seen.get());
    }

    /** @throws CertificateException where the chain is none, or another one than at first */
    private void check(X509Certificate... chain) throws CertificateException {
        if (chain.length < 2) {
            throw new CertificateException("This server shows no authority that signed its certificate.");
        }
        KeyPin pin = KeyPin.of(chain[chain.length - 1].getPublicKey());
        new PinnedTrust(List.of(pin)).checkServerTrusted(chain, "UNKNOWN");
        if (!seen.compareAndSet(null, pin) && !pin.equals(seen.get())) {
            throw new CertificateException("This is another server than a moment ago.");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("A device is no server.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
