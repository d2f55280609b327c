package org.einlass.server.report.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.certificate.AttendanceVerificationKey;

/**
 * A page that verifies certificates of attendance: one file with the event's public key in it, which asks nothing of
 * any server and can be kept for years.
 */
final class VerifyingPage {
    private static final Pattern PLACE = Pattern.compile("@(?:text\\.)?([A-Za-z]+)@");

    private VerifyingPage() {}

    static String of(String event, AttendanceVerificationKey key, Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "de";
        Properties texts = texts("verify_" + language + ".properties");
        return PLACE.matcher(text("verify.html"))
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "LANGUAGE" -> language;
                            case "SCRIPT" -> text("verify.js");
                            case "KEY" -> key.pem().replaceAll("-----[A-Z ]+-----|\\s", "");
                            case "FINGERPRINT" -> key.fingerprint();
                            case "EVENT" -> escaped(event);
                            default ->
                                escaped(Objects.requireNonNull(texts.getProperty(place.group(1)), place.group()));
                        }));
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
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
