package org.einlass.kiosk.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is, and which event and door this device works for.
 *
 * @param server scheme, host and port, perhaps a path; {@code http} or {@code https}
 * @param token the device's bearer token; a secret
 * @param device the device's id, where its settings name it: what concerns another device is then not
 *     believed
 * @param pins the keys that the server is known by; none for plain HTTP on this machine
 */
public record ServerAddress(
        URI server,
        EventId event,
        DoorId door,
        String token,
        @Nullable DeviceId device,
        List<KeyPin> pins) {

    private static final int MARK_BYTES = 8;
    private static final String THIS_MACHINE = "localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]";

    public ServerAddress {
        boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        if (!web || server.getHost() == null) {
            throw new IllegalArgumentException("The server's address is not like https://einlass.example:8443.");
        }
        pins = List.copyOf(pins);
    }

    /** A server on this machine. */
    public ServerAddress(URI server, EventId event, DoorId door, String token, @Nullable DeviceId device) {
        this(server, event, door, token, device, List.of());
    }

    /** A device whose settings do not name it. */
    public ServerAddress(URI server, EventId event, DoorId door, String token) {
        this(server, event, door, token, null);
    }

    /** Whether others on the way could read along: plain HTTP that leaves this machine. */
    public boolean isReadByOthers() {
        return isReadByOthers(server);
    }

    /** Whether others on the way to {@code server} could read along. */
    public static boolean isReadByOthers(URI server) {
        return "http".equals(server.getScheme()) && !server.getHost().matches(THIS_MACHINE);
    }

    /** Whether {@code subject}, as a problem names it, is this device. */
    boolean isMe(URI subject) {
        return device == null
                ? subject.toString().startsWith("urn:einlass:device:" + event + ":")
                : subject.equals(Problem.device(event, device));
    }

    /** By what this device knows again which token it had, without keeping it. */
    public String tokenMark() {
        return mark(token);
    }

    /** By what this device knows again which token or enrolment it had, without keeping it. */
    public static String mark(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("einlass1 mark\0" + token).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", missing);
        }
    }

    URI scans() {
        return below("scans");
    }

    URI journal() {
        return below("journal");
    }

    URI sheet() {
        return below("doors/" + door);
    }

    URI below(String path) {
        String base = server.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + "api/v1/events/" + event + "/" + path);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return server + ", event " + event + ", door " + door;
    }
}
