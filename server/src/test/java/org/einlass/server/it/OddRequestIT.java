package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no honest program sends get one problem each, and no page of the log. */
final class OddRequestIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a byte that is no UTF-8 in the path | GET /api/v1/events/%ff HTTP/1.1                  |
            a type of content that is none      | PUT /api/v1/events/odd HTTP/1.1                  | Content-Type: a;;b=/
            a language that is none             | GET /api/v1/events/odd HTTP/1.1                  | Accept-Language: ;;q=x,,
            a type wanted that is none          | GET /api/v1/events/odd HTTP/1.1                  | Accept: ////;q=z
            an encoding that is none            | PUT /api/v1/events/odd HTTP/1.1                  | Content-Type: application/json;charset=none
            more cookies than any browser has   | GET /api/v1/events/odd HTTP/1.1                  | Cookie: COOKIES
            a name of blanks                    | GET /api/v1/events/%20 HTTP/1.1                  |
            a byte that is no UTF-8 in a value  | GET /api/v1/events/odd/registrations?after=%ff HTTP/1.1 |
            """)
    void isAnsweredByAProblemOfItsSender(String what, String request, String header) throws IOException {
        String answer = answer(request, header == null ? "X-Odd: 1" : header);

        assertThat(answer).as(what).startsWith("HTTP/1.1 4").contains("application/problem+json");
        assertThat(answer).doesNotContain("Exception").doesNotContain("JBoss");
    }

    @Test
    void noneOfThemWritesAStackTraceIntoTheLog() throws IOException {
        answer("GET /api/v1/events/%ff HTTP/1.1", "X-Odd: 1");
        answer("PUT /api/v1/events/odd HTTP/1.1", "Content-Type: a;;b=/");
        answer("GET /api/v1/events/odd HTTP/1.1", "Accept-Language: ;;q=x,,");

        String log = Files.readString(RunningServer.data().resolve("log").resolve("server.log"), UTF_8);

        assertThat(log).doesNotContain("UT005023").doesNotContain("RESTEASY002").doesNotContain("events/%ff");
    }

    private static String cookies() {
        return IntStream.range(0, 60).mapToObj(i -> "c" + i + "=x").collect(Collectors.joining("; "));
    }

    private static String answer(String request, String header) throws IOException {
        ApiClient organiser = RunningServer.organiser();
        URI server = organiser.server();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            String sent = request + "\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer "
                    + organiser.token() + "\r\n" + header.replace("COOKIES", cookies())
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(sent.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
