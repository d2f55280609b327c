package org.einlass.kiosk.enrolment;

import java.net.URI;
import java.util.Optional;
import org.einlass.contract.enrolment.EnrolmentCode;

/**
 * What a person typed who has no QR code.
 *
 * @param server where it is; {@code https}, or {@code http} on this machine
 */
public record TypedOffer(URI server, EnrolmentCode code) {
    private static final int USUAL_PORT = 8443;
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST = 200;

    /**
     * Reads both fields; empty where one of them is none.
     *
     * @param address {@code 10.0.0.5}, {@code 10.0.0.5:8443} or a whole address
     */
    public static Optional<TypedOffer> parse(String address, String code) {
        return EnrolmentCode.parse(code).flatMap(read -> server(address.strip()).map(uri -> new TypedOffer(uri, read)));
    }

    private static Optional<URI> server(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI typed = URI.create(text.contains("://") ? text : "https://" + text);
            boolean web = "https".equals(typed.getScheme()) || "http".equals(typed.getScheme());
            if (!web || typed.getHost() == null) {
                return Optional.empty();
            }
            int port = typed.getPort() < 0 ? USUAL_PORT : typed.getPort();
            if (port < 1 || port > MOST_PORT) {
                return Optional.empty();
            }
            return Optional.of(URI.create(typed.getScheme() + "://" + typed.getHost() + ":" + port + "/"));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
