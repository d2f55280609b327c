package org.einlass.kiosk.print.ipp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a printer listens: {@code ipp://printer.example/ipp/print}, {@code ipps://…}, or a queue of CUPS.
 *
 * @param text as the printer is addressed in the protocol: in ASCII, whatever letters its name has
 */
public record PrinterUri(URI text) {
    private static final int IPP_PORT = 631;

    /** @throws IllegalArgumentException for anything but an address of a printer without user or password */
    public PrinterUri {
        String scheme = text.getScheme() == null ? "" : text.getScheme().toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("ipp") || scheme.equals("ipps");
        if (!known || text.getHost() == null || text.getUserInfo() != null) {
            throw new IllegalArgumentException("A printer's address is ipp://host/path or ipps://host/path.");
        }
        text = URI.create(text.toASCIIString());
    }

    /** A queue of the print system of this machine or of another one: {@code localhost:631}. */
    public static PrinterUri ofQueue(String hostAndPort, String queue) {
        try {
            URI host = new URI("ipp://" + hostAndPort);
            String name = URLEncoder.encode(queue, StandardCharsets.UTF_8).replace("+", "%20");
            return new PrinterUri(
                    new URI("ipp", null, host.getHost(), host.getPort(), "/printers/", null, null).resolve(name));
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("A print system's address is host:port.", wrong);
        }
    }

    /** For people, and for the disk: with the letters that the address has. */
    public String words() {
        String port = text.getPort() < 0 ? "" : ":" + text.getPort();
        return text.getScheme() + "://" + text.getHost() + port + text.getPath();
    }

    /** The same place for HTTP, which carries the protocol. */
    URI transport() {
        boolean secured = text.getScheme().equalsIgnoreCase("ipps");
        int port = text.getPort() < 0 ? IPP_PORT : text.getPort();
        String path = text.getRawPath().isEmpty() ? "/" : text.getRawPath();
        return URI.create((secured ? "https" : "http") + "://" + text.getHost() + ":" + port + path);
    }
}
