package org.einlass.server.report.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.einlass.contract.certificate.AttendanceVerificationKey;

/**
 * A page that verifies certificates of attendance: one file with the event's public key in it, which asks nothing of
 * any server and can be kept for years.
 */
final class VerifyingPage {
    private VerifyingPage() {}

    static String of(String event, AttendanceVerificationKey key, Locale locale) {
        String file = locale.getLanguage().equals("en") ? "verify_en.html" : "verify_de.html";
        return text(file)
                .replace("@SCRIPT@", text("verify.js"))
                .replace("@KEY@", key.pem().replaceAll("-----[A-Z ]+-----|\\s", ""))
                .replace("@FINGERPRINT@", key.fingerprint())
                .replace("@EVENT@", escaped(event));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(VerifyingPage.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
