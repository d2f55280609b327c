package org.einlass.server.rest.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/** What {@code If-Match} says of the version that whoever changes something saw. */
public final class ExpectedVersion {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private ExpectedVersion() {}

    /**
     * The version.
     *
     * @param seen the header; null, empty or {@code *} where any version is meant
     * @return null for any version
     * @throws Rejected where it names no version
     */
    public static @Nullable Long of(@Nullable String seen) {
        String text = Objects.requireNonNullElse(seen, "").strip();
        if (text.isEmpty() || text.equals("*")) {
            return null;
        }
        var version = VERSION.matcher(text);
        if (!version.matches()) {
            throw Rejected.badValue(
                    new Wording("If-Match nennt keine Version.", "If-Match names no version."),
                    new Wording("Bitte das ETag der Antwort zurücksenden.", "Send back the answer's ETag."),
                    HttpHeaders.IF_MATCH);
        }
        return Long.valueOf(version.group(1));
    }
}
