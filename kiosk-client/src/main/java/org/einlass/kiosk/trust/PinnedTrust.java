package org.einlass.kiosk.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.einlass.contract.tls.KeyPin;

/**
 * Trusts a server whose certificate a pinned key has signed, and no other. Dates and names are not looked at:
 * a device whose battery is empty believes it is 1970, and a box in another hall has another address. The
 * handshake itself proves that the server holds its key.
 */
public final class PinnedTrust extends ServerTrust {
    private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");
    private static final int KEY_CERT_SIGN = 5;

    private volatile Set<KeyPin> pins;

    /** @param pins the keys of the event CA of today and of the one that will follow it; in any order */
    public PinnedTrust(List<KeyPin> pins) {
        this.pins = Set.copyOf(pins);
    }

    /** From the next handshake on these keys are trusted alone: a server that was trusted has told them. */
    public void follow(List<KeyPin> told) {
        pins = Set.copyOf(told);
    }

    /** TLS that trusts whatever is pinned at the time of a handshake. */
    public SSLContext sslContext() {
        return tls();
    }

    /** TLS that trusts {@code pins} alone. */
    public static SSLContext sslContext(List<KeyPin> pins) {
        return new PinnedTrust(pins).tls();
    }

    /** @throws CertificateException where no pinned key stands behind the server's */
    @Override
    void check(X509Certificate... chain) throws CertificateException {
        if (chain.length < 2 || !isForServers(chain[0])) {
            throw stranger();
        }
        for (int link = 1; link < chain.length; link++) {
            X509Certificate issuer = chain[link];
            if (!maySign(issuer) || !isSigned(chain[link - 1], issuer)) {
                throw stranger();
            }
            if (pins.contains(KeyPin.of(issuer.getPublicKey()))) {
                return;
            }
        }
        throw stranger();
    }

    /** Whatever else the CA may sign one day: only a server's certificate makes a server. */
    private static boolean isForServers(X509Certificate certificate) throws CertificateException {
        List<String> purposes = certificate.getExtendedKeyUsage();
        return purposes == null || purposes.stream().anyMatch(FOR_SERVERS::contains);
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static CertificateException stranger() {
        return new CertificateException("No pinned key stands behind this server.");
    }
}
