package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadRequestIT {
    private final ApiClient organiser = RunningServer.organiser();

    @ParameterizedTest(name = "{0} {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | events/nowhere                        |                  |             | 404 | unknown-event
                    GET    | events/nowhere/registrations          |                  |             | 404 | unknown-event
                    GET    | events/nowhere/reports/attendance.csv |                  |             | 404 | unknown-event
                    GET    | events/NO%20SLUG                      |                  |             | 404 | not-found
                    GET    | nothing                               |                  |             | 404 | not-found
                    DELETE | events/nowhere/devices/kiosk-1        |                  |             | 404 | unknown-device
                    PUT    | events/nowhere/devices/kiosk-1        | application/json | {"kind":"KIOSK"} | 404 | unknown-event
                    PUT    | events/new/devices/kiosk-1            | application/json | {}          | 400 | bad-value
                    PUT    | events/new/devices/kiosk-1            | application/json | {"kind":"X"} | 400 | bad-value
                    PUT    | events/new                            | application/json |             | 400 | empty-body
                    PUT    | events/new                            | application/json | {"title":   | 400 | malformed-json
                    PUT    | events/new                            | application/json | [1,2]       | 400 | malformed-json
                    PUT    | events/new                            | application/json | {}          | 400 | bad-value
                    PUT    | events/new                            | application/json | null        | 400 | empty-body
                    PUT    | events/new                            | text/plain       | x           | 415 | wrong-media-type
                    PATCH  | events/new                            | application/json | {}          | 405 | wrong-method
                    POST   | events/new                            | application/json | {}          | 405 | wrong-method
                    POST   | events/nowhere/import                 | text/csv         | Nachname    | 404 | unknown-event
                    POST   | events/nowhere/import                 | application/json | {}          | 415 | wrong-media-type
                    """)
    void everyRequestThatCannotBeCarriedOutGetsOneSentenceAndARemedy(
            String method, String path, String type, String body, int status, String kind) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);

        ApiClient.Reply reply = organiser.send(method, path, type == null ? "" : type, bytes);

        assertProblem(reply, status, kind);
    }

    @Test
    void aFileThatIsNoListGetsOneSentenceAndNothingIsStored() {
        String event = "events/" + RunningServer.newEvent();

        assertProblem(organiser.upload(event + "/import", new byte[0]), 422, "bad-file");
        assertProblem(organiser.upload(event + "/import", bytes("Max;Muster\nEva;Muster\n")), 422, "bad-file");
        assertProblem(organiser.upload(event + "/import", bytes("Nachname;Ort\n\"offen;Erfurt\n")), 422, "bad-file");
        assertProblem(organiser.upload(event + "/import", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}), 422, "bad-file");

        assertThat(organiser.get(event + "/registrations").json().path("registrations"))
                .isEmpty();
    }

    @Test
    void aFileOfMoreThanFiftyMegabytesIsRefusedWithOneSentence() {
        String event = "events/" + RunningServer.newEvent();
        byte[] file = new byte[52_500_000];
        Arrays.fill(file, (byte) 'x');
        System.arraycopy(bytes("Nachname\n"), 0, file, 0, 9);

        ApiClient.Reply reply = organiser.upload(event + "/import", file);

        assertProblem(reply, 413, "too-large");
        assertThat(reply.json().path("detail").asText()).contains("50 MB");
    }

    @Test
    void anOverlongJsonBodyIsRefusedWithOneSentence() {
        String event = "events/" + RunningServer.newEvent();
        String body = "{\"title\": \"" + "x".repeat(6_000_000) + "\"}";

        assertProblem(answered(() -> organiser.put(event, body)), 413, "too-large");
    }

    /** The server answers and closes before it has read all; a client that still writes may miss that: again then. */
    private static ApiClient.Reply answered(Supplier<ApiClient.Reply> request) {
        for (int attempt = 0; attempt < 9; attempt++) {
            try {
                return request.get();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(IOException.class);
            }
        }
        return request.get();
    }

    @Test
    void theSentenceIsGermanUnlessTheReaderWantsEnglish() {
        ApiClient.Reply german = organiser.get("events/nowhere");
        ApiClient.Reply english = organiser
                .later("GET", "events/nowhere", "", new byte[0], Locale.ENGLISH)
                .join();
        ApiClient.Reply french = organiser
                .later("GET", "events/nowhere", "", new byte[0], Locale.FRENCH)
                .join();

        assertThat(german.json().path("detail").asText()).isEqualTo("Diese Veranstaltung gibt es hier nicht.");
        assertThat(english.json().path("detail").asText()).isEqualTo("There is no such event here.");
        assertThat(french.json()).isEqualTo(german.json());
    }

    @Test
    void malformedJsonIsToldItsPlace() {
        ApiClient.Reply reply = organiser.put("events/new", "{\n  \"title\": x\n}");

        assertThat(reply.json().path("field").asText()).contains("line 2");
    }

    @Test
    void aValueThatDoesNotFitIsToldItsField() {
        ApiClient.Reply reply =
                organiser.put("events/new", Samples.EVENT.replace("\"area\": \"arena\"", "\"area\": \"moon\""));

        assertProblem(reply, 400, "bad-value");
        assertThat(reply.json().path("field").asText()).isEqualTo("doors[0].area");
        assertThat(organiser.get("events/new").status()).isEqualTo(404);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assertProblem(ApiClient.Reply reply, int status, String kind) {
        assertThat(reply.status()).as(reply::text).isEqualTo(status);
        assertThat(reply.type()).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asText()).isEqualTo("urn:einlass:problem:" + kind);
        assertThat(reply.json().path("detail").asText()).isNotBlank();
        assertThat(reply.json().path("remedy").asText()).isNotBlank();
        assertThat(reply.text()).doesNotContain("Exception").doesNotContain("org.einlass");
    }
}
