package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A proxy sees one request where a careless server sees two: the second was hidden in a header of the first.
 */
final class RequestSmugglingIT {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String STATUS_REQUEST = "GET /api/v1/status HTTP/1.1";

    @Test
    void threeCarriageReturnsEndNoHeaders() throws IOException {
        String hidden = request("GET /api/v1/events HTTP/1.1", "Host: localhost", "Connection: close");

        List<String> answers = answersTo(request(STATUS_REQUEST, "Host: localhost", "Note: a\r\r\r" + hidden));

        assertThat(answers).containsExactly("400");
    }

    @Test
    void aHeaderThatBeginsWithABlankIsNoHeader() throws IOException {
        List<String> answers = answersTo(request(STATUS_REQUEST, " Host: localhost", "Connection: close"));

        assertThat(answers).containsExactly("400");
    }

    @Test
    void nobodyIsTakenToHttp2() throws IOException {
        List<String> answers = answersTo(request(
                STATUS_REQUEST,
                "Host: localhost",
                "Connection: Upgrade, HTTP2-Settings, close",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__"));

        assertThat(answers).containsExactly("200");
    }

    @Test
    void theHonestRequestIsAnswered() throws IOException {
        List<String> answers = answersTo(request(STATUS_REQUEST, "Host: localhost", "Note: a", "Connection: close"));

        assertThat(answers).containsExactly("200");
    }

    private static String request(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Sends {@code request} as it stands; the status of each response until the server hangs up. */
    private static List<String> answersTo(String request) throws IOException {
        URI server = RunningServer.nobody().server();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return STATUS.matcher(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .results()
                    .map(status -> status.group(1))
                    .toList();
        }
    }
}
