package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Devices in the organiser's hands: withdrawn, wiped, heard of. */
final class CustodyIT {
    private static final String REVOKED = "urn:einlass:problem:device-revoked";

    private final Api organiser = RunningServer.organiser();
    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;

    @Test
    void aRevokedDeviceReadsNothingFromTheVeryNextRequestOn() {
        Api kiosk = enrol("kiosk-1", "KIOSK");
        for (String path : readable()) {
            kiosk.get(event + path).expect(200);
        }

        organiser.delete(event + "/devices/kiosk-1").expect(204);

        for (String path : readable()) {
            assertRevoked(kiosk.get(event + path));
        }
        assertRevoked(kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1")));
    }

    @Test
    void aRevokedDeviceMayStillDeliverIntoQuarantine() {
        Api kiosk = enrol("kiosk-1", "KIOSK");
        organiser.delete(event + "/devices/kiosk-1").expect(204);

        JsonNode receipt = kiosk.post(event + "/journal", report(UUID.randomUUID()))
                .expect(200)
                .json();

        assertThat(receipt.at("/entries/0/fate").asText()).isEqualTo("QUARANTINED");
    }

    @Test
    void whoeverHoldsTheTokenOfAnEarlierEnrolmentIsRevokedThoughTheDeviceIsNot() {
        Api stolen = enrol("kiosk-1", "KIOSK");
        Api exchanged = enrol("kiosk-1", "KIOSK");

        assertRevoked(stolen.get(event + "/doors/main"));
        exchanged.get(event + "/doors/main").expect(200);
        assertThat(fate(stolen)).isEqualTo("QUARANTINED");
        assertThat(fate(exchanged)).isEqualTo("ACCEPTED");
    }

    @Test
    void aRevokedDeviceThatIsEnrolledAnewReadsAgain() {
        enrol("kiosk-1", "KIOSK");
        organiser.delete(event + "/devices/kiosk-1").expect(204);

        enrol("kiosk-1", "KIOSK").get(event + "/doors/main").expect(200);
    }

    @Test
    void aTokenThatNobodyEverHadIsNoRevokedDevices() {
        Api.Reply reply =
                organiser.as("x".repeat(43)).get(event + "/doors/main").expect(401);

        assertThat(reply.text()).contains("not-signed-in").doesNotContain("revoked\"");
    }

    private static List<String> readable() {
        return List.of("/doors/main", "/roster");
    }

    private void assertRevoked(Api.Reply reply) {
        assertThat(reply.expect(403).type()).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asText()).isEqualTo(REVOKED);
        assertThat(reply.json().path("instance").asText()).isEqualTo("urn:einlass:device:" + name + ":kiosk-1");
    }

    private String fate(Api device) {
        return device.post(event + "/journal", report(UUID.randomUUID()))
                .expect(200)
                .json()
                .at("/entries/0/fate")
                .asText();
    }

    private Api enrol(String id, String kind) {
        String token = organiser
                .put(event + "/devices/" + id, "{\"kind\": \"" + kind + "\"}")
                .expect(200)
                .json()
                .path("token")
                .asText();
        return organiser.as(token);
    }

    private static String report(UUID scan) {
        return """
                {"epoch": "%s", "highWater": 1, "entries": [{"type": "scanned",
                 "head": {"id": "%s", "sequence": 1, "phase": "LIVE",
                          "time": {"wall": "2022-07-04T07:00:00Z", "boot": "%s", "monotonic": "PT9S"}},
                 "door": "main", "foreign": {"sort": "URL", "length": 20},
                 "outcome": {"verdict": "REFUSED", "refusal": "FOREIGN", "source": "DEVICE"}}]}
                """.formatted(UUID.randomUUID(), scan, new UUID(7, 7));
    }
}
