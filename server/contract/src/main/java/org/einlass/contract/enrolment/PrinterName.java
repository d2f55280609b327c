package org.einlass.contract.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * On which printer an organiser lets a device print: {@code queue:NAME} of its operating system,
 * {@code ipp://host/path}, {@code ipps://host/path}, or {@code none}. No folder: where a device writes files is said at
 * the device alone. A form of a newer server is kept as it came, {@link #isKnown} says so, and a device names it.
 */
public record PrinterName(@JsonValue String text) {
    public static final int LONGEST = 200;

    private static final String QUEUE = "queue:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PrinterName {}

    /**
     * The name as an organiser typed it.
     *
     * @throws IllegalArgumentException for a text of no known form
     */
    public static PrinterName typed(String text) {
        PrinterName name = new PrinterName(text);
        if (!name.isKnown()) {
            throw new IllegalArgumentException(
                    "A printer is queue:NAME, ipp://host/path, ipps://host/path or none, of at most " + LONGEST
                            + " characters.");
        }
        return name;
    }

    /** Whether this version can print there. */
    public boolean isKnown() {
        return text.length() <= LONGEST && (text.equals("none") || isQueue(text) || isAddress(text));
    }

    /** A queue's name has no blank, no slash and no sign that prints nothing, as CUPS has it. */
    private static boolean isQueue(String text) {
        return text.matches(QUEUE + "[^\\p{Cntrl}\\s/#?\\\\\"']{1,127}");
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("ipp") || scheme.equals("ipps"))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
