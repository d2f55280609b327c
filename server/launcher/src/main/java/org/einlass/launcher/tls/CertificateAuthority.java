package org.einlass.launcher.tls;

import static org.bouncycastle.asn1.x509.Extension.authorityKeyIdentifier;
import static org.bouncycastle.asn1.x509.Extension.basicConstraints;
import static org.bouncycastle.asn1.x509.Extension.extendedKeyUsage;
import static org.bouncycastle.asn1.x509.Extension.keyUsage;
import static org.bouncycastle.asn1.x509.Extension.subjectAlternativeName;
import static org.bouncycastle.asn1.x509.Extension.subjectKeyIdentifier;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.einlass.contract.tls.KeyPin;

/**
 * The event CA: the key that devices trust, and the certificates it gives to the server. P-256 throughout.
 */
public record CertificateAuthority(CertifiedKey own) {
    static final Duration SERVER_VALIDITY = Duration.ofDays(397);
    static final Duration VALIDITY = Duration.ofDays(3652); // ten years

    /** Browsers and servers do not agree on the time to the second. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A new one with a new key. */
    public static CertificateAuthority make(String name, Instant now) {
        return certify(newKey(), new X500Principal("CN=" + name), now);
    }

    /** The same key and name with a certificate that starts now: devices notice nothing. */
    CertificateAuthority renewed(Instant now) {
        X509Certificate old = own.certificate();
        return certify(new KeyPair(old.getPublicKey(), own.key()), old.getSubjectX500Principal(), now);
    }

    /** What devices trust. */
    public KeyPin pin() {
        return KeyPin.of(own.certificate().getPublicKey());
    }

    /** A new key for a server of these names, vouched for by this CA. */
    public CertifiedKey issue(CertificateNames names, Instant now) {
        KeyPair pair = newKey();
        X509Certificate issuer = own.certificate();
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder server = draft(
                            issuer.getSubjectX500Principal(),
                            new X500Principal("CN=Einlass"),
                            pair.getPublic(),
                            now,
                            SERVER_VALIDITY)
                    .addExtension(basicConstraints, true, new BasicConstraints(false))
                    .addExtension(keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(subjectAlternativeName, false, names.subjectAlternativeNames())
                    .addExtension(
                            authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(issuer.getPublicKey()))
                    .addExtension(
                            subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            return new CertifiedKey(pair.getPrivate(), List.of(sign(server, own.key()), issuer));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e); // every Java can do this
        }
    }

    private static CertificateAuthority certify(KeyPair pair, X500Principal name, Instant now) {
        try {
            X509v3CertificateBuilder self = draft(name, name, pair.getPublic(), now, VALIDITY)
                    .addExtension(basicConstraints, true, new BasicConstraints(0))
                    .addExtension(keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                    .addExtension(
                            subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new CertificateAuthority(
                    new CertifiedKey(pair.getPrivate(), List.of(sign(self, pair.getPrivate()))));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e); // every Java can do this
        }
    }

    private static X509v3CertificateBuilder draft(
            X500Principal issuer, X500Principal subject, PublicKey key, Instant now, Duration validity) {
        Instant start = now.minus(CLOCK_TOLERANCE).truncatedTo(ChronoUnit.SECONDS);
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, CHANCE).setBit(0),
                Date.from(start),
                Date.from(start.plus(validity)),
                subject,
                key);
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), CHANCE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
