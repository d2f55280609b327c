package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody may see, and what nobody may keep. */
final class HttpSurfaceIT {
    private final URI server = RunningServer.organiser().server();

    @Test
    void theInterfaceIsDescribedToWhoeverIsSignedInAndToNobodyElse() {
        ApiClient organiser = RunningServer.organiser();
        String event = "events/" + RunningServer.newEvent();
        String token = organiser
                .put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText();

        assertThat(organiser.get("../../openapi").expect(200).text())
                .contains("/api/v1/events/{event}/import")
                .contains("/api/v1/events/{event}/scans")
                .contains("ScanAnswer");
        assertThat(organiser.get("../../openapi?format=JSON").expect(200).type())
                .startsWith("application/json");
        assertThat(organiser.as(token).get("../../openapi").status()).isEqualTo(403);
        for (String path :
                List.of("openapi", "openapi/", "openapi;x", "/openapi", "%6fpenapi", "openapi?format=JSON")) {
            ApiClient.Reply reply = organiser.as("").get("../../" + path);
            assertThat(reply.status()).as(path).isIn(401, 404);
            assertThat(reply.text()).as(path).doesNotContain("ScanAnswer");
        }
    }

    @Test
    void theStatusIsOpenToEverybody() throws IOException, InterruptedException {
        assertThat(get("api/v1/status").body()).contains("\"ready\":true", "\"warmingUp\":false");
    }

    @Test
    void noAnswerIsKeptOnTheWay() throws IOException, InterruptedException {
        assertThat(get("api/v1/status").headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("api/v1/events/any").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void nothingElseAnswers() throws IOException, InterruptedException {
        assertThat(get("wildfly-services").statusCode()).isEqualTo(404);
        assertThat(get("management").statusCode()).isEqualTo(404);
        assertThat(get("console").statusCode()).isEqualTo(404);
        assertThat(get("WEB-INF/web.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsThatNeverComeWholeHoldNobodyUp() throws IOException, InterruptedException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int sender = 0; sender < 64; sender++) {
                stalled.add(stalled());
            }

            assertThat(get("api/v1/status").body()).contains("\"ready\":true");
        } finally {
            for (Socket sender : stalled) {
                sender.close();
            }
        }
    }

    /** Announces a body and sends its first byte. */
    private Socket stalled() throws IOException {
        Socket sender = new Socket(server.getHost(), server.getPort());
        sender.getOutputStream().write("""
                POST /api/v1/events/any/scans HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 500\r
                \r
                {""".getBytes(UTF_8));
        return sender;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve(path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
