package org.einlass.launcher.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * What a text in PEM form holds.
 *
 * @param locked whether a key in it is under a password
 */
record PemText(List<PrivateKey> keys, List<X509Certificate> certificates, boolean locked) {

    /** @throws IOException where the text is damaged */
    static PemText parse(String text) throws IOException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        boolean locked = false;
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder certificate) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
                } else if (part instanceof PrivateKeyInfo key) {
                    keys.add(new JcaPEMKeyConverter().getPrivateKey(key));
                } else if (part instanceof PEMKeyPair pair) {
                    keys.add(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()));
                } else {
                    locked |= part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo;
                }
            }
        } catch (CertificateException | RuntimeException e) {
            throw new IOException(e); // damaged content shows itself as anything
        }
        return new PemText(List.copyOf(keys), List.copyOf(certificates), locked);
    }

    /** Key and certificates, for one file: they are replaced together or not at all. */
    static String of(CertifiedKey certified) {
        List<Object> parts = new ArrayList<>();
        try {
            parts.add(new JcaPKCS8Generator(certified.key(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.addAll(certified.chain());
        return write(parts);
    }

    static String of(Certificate certificate) {
        return write(List.of(certificate));
    }

    private static String write(List<?> parts) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object part : parts) {
                pem.writeObject(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
