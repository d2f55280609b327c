package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device keeps a line open and hears when it is worth while to ask. */
@Timeout(120)
final class NudgesIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;

    private ApiClient kiosk(String id) {
        JsonNode enrolled = organiser
                .put(event + "/devices/" + id, "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json();
        return organiser.as(enrolled.path("token").asText());
    }

    private static BufferedReader open(ApiClient who, String event) {
        HttpResponse<InputStream> stream = who.open(event + "/nudges");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
    }

    /** What the next nudge says. */
    private static JsonNode next(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        assertThat(line).as("a nudge before the stream ends").isNotNull();
        return new ObjectMapper().readTree(line.substring("data:".length()));
    }

    /** The next nudge that tells of more; what happened before the line was opened may be told twice. */
    private long nextAfter(long before, BufferedReader stream) throws IOException {
        long number = before;
        while (number == before) {
            JsonNode nudge = next(stream);
            assertThat(nudge.path("event").asText()).isEqualTo(name);
            number = number(nudge);
        }
        assertThat(number).isGreaterThan(before);
        return number;
    }

    private static long number(JsonNode nudge) {
        assertThat(nudge.fieldNames()).toIterable().containsExactlyInAnyOrder("event", "number");
        return nudge.path("number").asLong();
    }

    private void importList(String into) {
        organiser.upload(into + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
    }

    @Test
    void anImportAndAnotherDevicesScanNudgeAndAnotherEventDoesNot() throws IOException {
        String other = "events/" + RunningServer.newEvent();
        try (BufferedReader stream = open(kiosk("kiosk-1"), event)) {
            long before = number(next(stream));

            importList(other);
            importList(event);
            long imported = nextAfter(before, stream);

            ApiClient second = kiosk("kiosk-2");
            UUID scan = UUID.randomUUID();
            second.post(event + "/scans", Samples.question(scan, "main", "SHOP-1"))
                    .expect(200);
            second.post(event + "/journal", ScanToReportIT.report(scan, "LIVE", sheet(second)))
                    .expect(200);
            assertThat(nextAfter(imported, stream)).isGreaterThan(imported);
        }
    }

    private JsonNode sheet(ApiClient device) {
        return device.get(event + "/doors/main").expect(200).json();
    }

    @Test
    void theLineShowsThatItIsAlive() throws IOException {
        try (BufferedReader stream = open(organiser, event)) {
            String line = stream.readLine();
            while (line != null && !line.startsWith(":")) {
                line = stream.readLine();
            }
            assertThat(line).isNotNull();
        }
    }

    @Test
    void whoComesBackMissesNothing() throws IOException {
        ApiClient kiosk = kiosk("kiosk-1");
        long before;
        try (BufferedReader stream = open(kiosk, event)) {
            before = number(next(stream));
        }

        importList(event);

        try (BufferedReader stream = open(kiosk, event)) {
            assertThat(number(next(stream))).isGreaterThan(before);
        }
    }

    @Test
    void aRevokedDevicesLineEnds() throws IOException {
        try (BufferedReader stream = open(kiosk("kiosk-1"), event)) {
            next(stream);

            organiser.delete(event + "/devices/kiosk-1").expect(204);

            while (stream.readLine() != null) {
                // beats that were on their way
            }
            assertThat(stream.read()).isNegative();
        }
    }

    @Test
    void anUnknownEventIsToldSo() {
        assertThat(organiser.open("events/nowhere/nudges").statusCode()).isEqualTo(404);
    }
}
