package org.einlass.server.it;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.einlass.contract.admission.DoorRule;
import org.junit.jupiter.api.Test;

/** Devices in the organiser's hands: withdrawn, wiped, heard of. */
final class CustodyIT {
    private static final String REVOKED = "urn:einlass:problem:device-revoked";

    private final ApiClient organiser = RunningServer.organiser();
    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;

    @Test
    void aRevokedDeviceReadsNothingFromTheVeryNextRequestOn() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
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
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
        organiser.delete(event + "/devices/kiosk-1").expect(204);

        JsonNode receipt = kiosk.post(event + "/journal", report(UUID.randomUUID()))
                .expect(200)
                .json();

        assertThat(receipt.at("/entries/0/fate").asText()).isEqualTo("QUARANTINED");
    }

    @Test
    void whoeverHoldsTheTokenOfAnEarlierEnrolmentIsRevokedThoughTheDeviceIsNot() {
        ApiClient stolen = enrol("kiosk-1", "KIOSK");
        ApiClient exchanged = enrol("kiosk-1", "KIOSK");

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
        ApiClient.Reply reply =
                organiser.as("x".repeat(43)).get(event + "/doors/main").expect(401);

        assertThat(reply.text()).contains("not-signed-in").doesNotContain("revoked\"");
    }

    @Test
    void aDeviceThatSaysHowItIsIsSeenByTheOrganiser() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");

        JsonNode answer = kiosk.post(event + "/heartbeat", heartbeat(DoorRule.VERSION))
                .expect(200)
                .json();

        assertThat(answer.path("event").asText()).isEqualTo(name);
        assertThat(answer.path("device").asText()).isEqualTo("kiosk-1");
        assertThat(answer.path("standing").asText()).isEqualTo("ENROLLED");
        assertThat(answer.path("tooOld").asBoolean()).isFalse();
        assertThat(answer.has("wipe")).isFalse();
        JsonNode seen = device();
        assertThat(seen.path("seenAt").asText()).startsWith("20");
        assertThat(seen.at("/heartbeat/waiting").asLong()).isEqualTo(17);
        assertThat(seen.at("/heartbeat/phase").asText()).isEqualTo("LIVE");
        assertThat(seen.has("warning")).isFalse();

        String faulty = heartbeat(DoorRule.VERSION)
                .replace("\"printer\"", "\"faults\": [\"PRINTER\", \"CAMERA\", \"DOOR\"], \"printer\"");
        kiosk.post(event + "/heartbeat", faulty).expect(200);
        try (ConsoleBrowser console = ConsoleBrowser.organiser()) {
            String faults = "⚠ Kamera sieht nichts. Die Tür in den Einstellungen ist dem Server nicht bekannt.";
            assertThat(console.open("devices.xhtml?event=" + name).text()).contains(faults);
            kiosk.post(event + "/heartbeat", heartbeat(DoorRule.VERSION)).expect(200);
            assertThat(console.open("devices.xhtml?event=" + name).text())
                    .as("mended")
                    .doesNotContain("⚠ Kamera");
        }
    }

    @Test
    void anOldProgramIsToldOfAndMayGoOn() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");

        JsonNode answer =
                kiosk.post(event + "/heartbeat", heartbeat(1)).expect(200).json();

        assertThat(answer.path("tooOld").asBoolean()).isTrue();
        assertThat(answer.path("standing").asText()).isEqualTo("ENROLLED");
        assertThat(device().at("/warning/english").asText()).contains("too old");
    }

    @Test
    void wipingIsOrderedOnceHeardAndReceipted() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");

        String order = order();
        assertThat(order()).isEqualTo(order);
        assertThat(kiosk.get(event + "/doors/main").expect(403).text()).contains("device-wiped", name + ":kiosk-1");
        JsonNode answer = kiosk.post(event + "/heartbeat", heartbeat(DoorRule.VERSION))
                .expect(200)
                .json();
        assertThat(answer.path("wipe").asText()).isEqualTo(order);
        assertThat(answer.path("standing").asText()).isEqualTo("WIPED");
        assertThat(device().at("/wipe/order").asText()).isEqualTo(order);
        assertThat(device().path("wipe").has("wipedAt")).isFalse();

        String receipt = """
                {"destroyed": ["roster", "door-sheet"], "kept": ["badge-folder", "settings-token", "later-word"]}""";
        kiosk.post(event + "/wipes/" + order + "/receipt", receipt).expect(200);
        String first = device().at("/wipe/wipedAt").asText();
        kiosk.post(event + "/wipes/" + order + "/receipt", receipt).expect(200);

        assertThat(device().at("/wipe/wipedAt").asText()).isEqualTo(first).startsWith("20");
        assertThat(device().at("/wipe/destroyed/0").asText()).isEqualTo("roster");
        assertThat(device().at("/wipe/kept")).hasSize(3);
        assertThat(device().at("/wipe/kept/0").asText()).isEqualTo("badge-folder");
        try (ConsoleBrowser console = ConsoleBrowser.organiser()) {
            assertThat(console.open("devices.xhtml?event=" + name).text())
                    .contains("✗ gelöscht")
                    .contains("Quittungen gelöschter Geräte");
            assertThat(console.rows("devices:wipes"))
                    .singleElement(as(STRING))
                    .contains("die Liste der Anmeldungen, die Regeln der Tür")
                    .contains("Seiten in dem Ordner, in den es statt auf Papier druckt,"
                            + " der Schlüssel in seiner Einstellungsdatei, later-word");
            assertThat(console.open("audit.xhtml?event=" + name).rows("trail:lines"))
                    .filteredOn(row -> row.contains("Gerät hat gelöscht"))
                    .as("told twice, noted once")
                    .hasSize(1);
            assertThat(console.open("devices.xhtml?event=" + name).file("devices:receipts"))
                    .startsWith("%PDF");
        }
    }

    @Test
    void whatAWipedDeviceStillDeliversCounts() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
        order();

        assertThat(fate(kiosk)).isEqualTo("ACCEPTED");
    }

    @Test
    void anOrderToTheLastHolderWipesNobodyWhoGetsTheDeviceAnew() {
        ApiClient stolen = enrol("kiosk-1", "KIOSK");
        String order = order();
        ApiClient exchanged = enrol("kiosk-1", "KIOSK");

        JsonNode toTheThief = stolen.post(event + "/heartbeat", heartbeat(DoorRule.VERSION))
                .expect(200)
                .json();
        JsonNode toTheNewOne = exchanged
                .post(event + "/heartbeat", heartbeat(DoorRule.VERSION))
                .expect(200)
                .json();

        assertThat(toTheThief.path("wipe").asText()).isEqualTo(order);
        assertThat(toTheThief.path("standing").asText()).isEqualTo("REVOKED");
        assertThat(toTheNewOne.has("wipe")).isFalse();
        assertThat(toTheNewOne.path("standing").asText()).isEqualTo("ENROLLED");
    }

    @Test
    void aReceiptForNoOrderOfThisDeviceIsNone() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
        ApiClient other = enrol("kiosk-2", "KIOSK");
        String order = order();

        String receipt = "{\"destroyed\": [\"roster\"]}";
        other.post(event + "/wipes/" + order + "/receipt", receipt).expect(404);
        kiosk.post(event + "/wipes/" + UUID.randomUUID() + "/receipt", receipt).expect(404);
        for (String field : List.of("destroyed", "kept")) {
            String named = "{\"" + field + "\": [\"Herr Müller\"]}";
            assertThat(kiosk.post(event + "/wipes/" + order + "/receipt", named)
                            .expect(400)
                            .json()
                            .path("field")
                            .asText())
                    .isEqualTo(field);
        }

        assertThat(device().path("wipe").has("wipedAt")).isFalse();
    }

    @Test
    void oneButtonTrustsAllDevicesAgainThatWaitAfterARestore() {
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
        ApiClient desk = enrol("desk-1", "DESK");
        wait("kiosk-1");
        wait("desk-1");
        assertThat(kiosk.get(event + "/doors/main").expect(503).text()).contains("device-pending");

        try (ConsoleBrowser console = ConsoleBrowser.organiser()) {
            console.open("devices.xhtml?event=" + name).click("devices:confirm-all");

            assertThat(console.rows("devices:all"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row).contains("✓ aufgenommen"));
        }
        kiosk.get(event + "/doors/main").expect(200);
        desk.get(event + "/doors/main").expect(200);
    }

    /** Waits until the server has seen it. */
    private void wait(String device) {
        RestoredDevices.waits(RunningServer.data(), name, device);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isPending(device)) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean isPending(String id) {
        for (JsonNode device : organiser.get(event + "/devices").expect(200).json()) {
            if (device.path("device").asText().equals(id)) {
                return device.has("pendingSince");
            }
        }
        return false;
    }

    @Test
    void anEventHasAtMostTwoThousandDevicesAndEachMayBeEnrolledAnew() throws SQLException {
        enrol("kiosk-1", "KIOSK");
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + RunningServer.data().resolve("einlass.db") + "?busy_timeout=60000");
                PreparedStatement fill = database.prepareStatement("""
                        insert into devices (event, id, title, kind)
                        with recursive numbers(i) as (select 2 union all select i + 1 from numbers where i < 2000)
                        select ?, 'k-' || i, 'k', 'KIOSK' from numbers
                        """)) {
            fill.setString(1, name);
            fill.executeUpdate();
        }

        ApiClient.Reply refused = organiser.put(event + "/devices/kiosk-2", "{\"kind\": \"KIOSK\"}");

        assertThat(refused.expect(409).json().path("remedy").asText()).contains("neu aufnehmen");
        enrol("kiosk-1", "KIOSK").get(event + "/doors/main").expect(200);
    }

    @Test
    void onlyDesksGetTheKeyAndTheNamesThatItOpens() {
        organiser
                .upload("events/" + name + "/import", Samples.LIST.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        ApiClient desk = enrol("desk-1", "DESK");
        ApiClient kiosk = enrol("kiosk-1", "KIOSK");
        ApiClient door = enrol("door-1", "DOOR");

        JsonNode key = desk.get(event + "/data-key").expect(200).json();

        kiosk.get(event + "/data-key").expect(403);
        door.get(event + "/data-key").expect(403);
        assertThat(key.path("key").asText()).hasSize(43);
        String file = file(desk);
        assertThat(file.lines().filter(line -> line.contains("sealedGuest"))).hasSize(3);
        assertThat(file).doesNotContain("Müller-Lüdenscheidt");
        assertThat(file(kiosk)).isNotEmpty().doesNotContain("sealedGuest");
        assertThat(file(door)).isNotEmpty().doesNotContain("sealedGuest");
        kiosk.get(event + "/roster/" + fileName(desk)).expect(404);
        assertThat(kiosk.get(event + "/roster/changes?after=0&incarnation=" + incarnation(kiosk))
                        .expect(200)
                        .text())
                .contains("sealedBadge")
                .doesNotContain("sealedGuest");
        kiosk.get(event + "/roster/changes?after=0&incarnation=" + incarnation(desk))
                .expect(410);
    }

    @Test
    void aDeskThatIsRevokedWipedOrEnrolledAnewLeavesItsKeyBehind() {
        ApiClient desk = enrol("desk-1", "DESK");
        enrol("desk-2", "DESK");
        String first = key(desk);

        organiser.delete(event + "/devices/desk-2").expect(204);
        String second = key(desk);
        organiser.delete(event + "/devices/desk-2").expect(204);
        assertThat(key(desk)).isEqualTo(second).isNotEqualTo(first);

        enrol("desk-2", "DESK");
        assertThat(key(desk)).isEqualTo(second);
        enrol("desk-2", "DESK");
        String third = key(desk);
        assertThat(third).isNotEqualTo(second);

        organiser.post(event + "/devices/desk-2/wipe", "").expect(200);
        organiser.post(event + "/devices/desk-2/wipe", "").expect(200);
        String fourth = key(desk);
        assertThat(fourth).isNotEqualTo(third);
        JsonNode answer = desk.post(event + "/heartbeat", heartbeat(DoorRule.VERSION))
                .expect(200)
                .json();
        assertThat(answer.path("dataKey").asLong()).isEqualTo(4);
    }

    private String key(ApiClient desk) {
        return desk.get(event + "/data-key").expect(200).json().path("key").asText();
    }

    private String incarnation(ApiClient device) {
        return device.get(event + "/roster")
                .expect(200)
                .json()
                .at("/cursor/incarnation")
                .asText();
    }

    private String fileName(ApiClient device) {
        JsonNode snapshot = device.get(event + "/roster").expect(200).json();
        return snapshot.at("/cursor/incarnation").asText() + "-"
                + snapshot.at("/cursor/number").asLong() + ".ndjson";
    }

    private String file(ApiClient device) {
        return device.get(event + "/roster/" + fileName(device)).expect(200).text();
    }

    private String order() {
        return organiser
                .post(event + "/devices/kiosk-1/wipe", "")
                .expect(200)
                .json()
                .path("order")
                .asText();
    }

    private JsonNode device() {
        return organiser.get(event + "/devices").expect(200).json().path(0);
    }

    private static String heartbeat(int contract) {
        return """
                {"program": "0.1.0", "contract": %d, "kind": "KIOSK", "phase": "LIVE", "waiting": 17, "rejected": 1,
                 "quarantined": 2, "highWater": 99, "printer": "READY", "somethingNew": true}
                """.formatted(contract);
    }

    private static List<String> readable() {
        return List.of("/doors/main", "/roster");
    }

    private void assertRevoked(ApiClient.Reply reply) {
        assertThat(reply.expect(403).type()).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asText()).isEqualTo(REVOKED);
        assertThat(reply.json().path("instance").asText()).isEqualTo("urn:einlass:device:" + name + ":kiosk-1");
    }

    private String fate(ApiClient device) {
        return device.post(event + "/journal", report(UUID.randomUUID()))
                .expect(200)
                .json()
                .at("/entries/0/fate")
                .asText();
    }

    private ApiClient enrol(String id, String kind) {
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
