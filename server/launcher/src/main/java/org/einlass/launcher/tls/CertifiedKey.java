package org.einlass.launcher.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A private key with the certificates that vouch for it, its own first. */
public record CertifiedKey(PrivateKey key, List<X509Certificate> chain) {

    public CertifiedKey {
        chain = List.copyOf(chain);
    }

    /** The certificate of the key itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** A certificate from the future is none either: the machine's clock was wrong when it was made. */
    boolean lasts(Duration least, Instant now) {
        return !certificate().getNotBefore().toInstant().isAfter(now)
                && certificate().getNotAfter().toInstant().isAfter(now.plus(least));
    }

    @Override
    public String toString() {
        return "CertifiedKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
