package org.einlass.server.health;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** The server's certificate, as the launcher wrote it before this start. */
final class CertificateFile {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private CertificateFile() {}

    /** Until when the first certificate of the file is valid; empty where there is none. */
    static Optional<Instant> validUntil(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            int begin = text.indexOf(BEGIN);
            if (begin < 0) {
                return Optional.empty();
            }
            return Optional.of(parse(text.substring(begin)).getNotAfter().toInstant());
        } catch (IOException | CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static X509Certificate parse(String pem) throws CertificateException, IOException {
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
