package org.einlass.launcher.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The organiser's own certificate, which browsers trust without being told: PEM, or PKCS#12 with a password.
 *
 * @param key where the key is in a PEM file of its own
 */
public record BrowserCertificateFile(Path certificate, Optional<Path> key, Optional<String> password) {
    private static final byte[] PROBE = "einlass".getBytes(ISO_8859_1);

    /**
     * Key and chain, the server's certificate first.
     *
     * @throws KeyFileException with the first thing that is wrong
     */
    public CertifiedKey read() {
        byte[] content = bytes(certificate);
        return new String(content, ISO_8859_1).contains("-----BEGIN ") ? fromPem(content) : fromPkcs12(content);
    }

    private CertifiedKey fromPem(byte[] content) {
        PemText first = pem(certificate, content);
        PemText second = key.map(file -> pem(file, bytes(file))).orElse(first);
        if (second.locked() && second.keys().isEmpty()) {
            throw new KeyFileException(
                    "Der Schlüssel in " + key.orElse(certificate) + " ist mit einem Passwort verschlossen."
                            + " Bitte eine PKCS#12-Datei daraus machen (openssl pkcs12 -export) und browser.password angeben.",
                    "The key in " + key.orElse(certificate) + " is under a password."
                            + " Make a PKCS#12 file of it (openssl pkcs12 -export) and give browser.password.");
        }
        if (second.keys().isEmpty()) {
            throw new KeyFileException(
                    "In " + key.orElse(certificate) + " steht kein privater Schlüssel. Bitte seine Datei mit"
                            + " browser.key angeben.",
                    "There is no private key in " + key.orElse(certificate) + ". Name its file by browser.key.");
        }
        return certified(second.keys().get(0), first.certificates());
    }

    private CertifiedKey fromPkcs12(byte[] content) {
        char[] secret = password.orElse("").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, secret) instanceof PrivateKey found) {
                    return certified(found, certificates(store.getCertificateChain(alias)));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFileException(
                    certificate + " ist weder PEM noch eine PKCS#12-Datei, die sich mit browser.password öffnen lässt."
                            + " Bitte Datei und Passwort prüfen.",
                    certificate + " is neither PEM nor a PKCS#12 file that browser.password opens."
                            + " Check file and password.");
        }
        throw new KeyFileException(
                "In " + certificate + " steht kein privater Schlüssel. Bitte ihn mit exportieren.",
                "There is no private key in " + certificate + ". Export it together with the certificate.");
    }

    private static List<X509Certificate> certificates(Certificate... chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private CertifiedKey certified(PrivateKey found, List<X509Certificate> certificates) {
        Optional<X509Certificate> own =
                certificates.stream().filter(one -> belong(found, one)).findFirst();
        return new CertifiedKey(
                found,
                chain(
                        own.orElseThrow(() -> new KeyFileException(
                                "In " + certificate
                                        + " steht kein Zertifikat für diesen Schlüssel. Bitte das zusammengehörende Paar angeben.",
                                "There is no certificate for this key in " + certificate
                                        + ". Name the pair that belongs together.")),
                        certificates));
    }

    /** Browsers want each certificate followed by the one that signed it; files have them in any order. */
    private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> certificates) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        Optional<X509Certificate> next = issuer(own, certificates);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = issuer(next.get(), certificates);
        }
        return chain;
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> certificates) {
        return certificates.stream()
                .filter(one -> one.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .findFirst();
    }

    private static boolean belong(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PemText pem(Path file, byte[] content) {
        try {
            return PemText.parse(new String(content, ISO_8859_1));
        } catch (IOException e) {
            throw new KeyFileException(
                    file + " ist beschädigt. Bitte die Datei noch einmal holen.",
                    file + " is damaged. Fetch the file again.");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KeyFileException(
                    file + " kann nicht gelesen werden. Bitte Pfad und Rechte prüfen.",
                    file + " cannot be read. Check its path and rights.");
        }
    }

    @Override
    public String toString() {
        return "BrowserCertificateFile[" + certificate + "]";
    }
}
