package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that reports more than it may waits, and the organiser raises, releases or blocks. */
final class DeviceQuotaIT {
    private final ApiClient organiser = RunningServer.organiser();
    private final String event = "events/" + RunningServer.newEvent();
    private final String quota = event + "/quotas/kiosk-1";
    private ApiClient kiosk;

    @BeforeEach
    void enrol() {
        kiosk = organiser.as(organiser
                .put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    @Test
    void whatIsBeyondTheQuotaWaitsWholeAndTheOrganiserSeesItAndLetsItIn() {
        report(0, 2).expect(200);
        organiser.put(quota, "{\"entries\": 3, \"bytes\": 100000}").expect(200);

        ApiClient.Reply waiting = report(2, 2);

        assertThat(waiting.status()).isEqualTo(429);
        assertThat(waiting.json().path("type").asText()).endsWith("over-quota");
        assertThat(waiting.retryAfter()).hasValue("60");
        assertThat(seen().path("entries").asLong())
                .as("nothing of it was taken")
                .isEqualTo(2);
        assertThat(seen().path("waiting").asLong()).isEqualTo(2);
        kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1"))
                .expect(200);

        organiser.post(quota + "/release", "").expect(200);

        report(2, 2).expect(200);
        assertThat(seen().path("waiting").asLong()).isZero();
        assertThat(seen().path("entries").asLong()).isEqualTo(2);
    }

    /** Each leaves the epoch that it names in the database. */
    @Test
    void reportsWithoutAnythingNewCountToo() {
        organiser.put(quota, "{\"entries\": 3, \"bytes\": 100000}").expect(200);
        report(0, 1).expect(200);
        report(0, 1).expect(200);
        assertThat(seen().path("entries").asLong()).isEqualTo(2);

        int taken = 0;
        while (kiosk.post(event + "/journal", emptyReport()).status() == 200) {
            taken++;
            assertThat(taken).as("until the server looks at the quota again").isLessThan(10_000);
        }

        assertThat(seen().path("entries").asLong()).isEqualTo(2 + taken);
    }

    private static String emptyReport() {
        return "{\"epoch\": \"%s\", \"highWater\": 0, \"entries\": []}".formatted(UUID.randomUUID());
    }

    @Test
    void aRaisedQuotaLetsItIn() {
        organiser.put(quota, "{\"entries\": 1, \"bytes\": 100000}").expect(200);
        report(0, 2).expect(429);

        organiser.put(quota, "{\"entries\": 2, \"bytes\": 100000}").expect(200);

        report(0, 2).expect(200);
    }

    @Test
    void aBlockedDeviceHearsItByNameAndIsTakenAgainLater() {
        organiser.post(quota + "/block", "").expect(200);

        ApiClient.Reply reply = report(0, 1).expect(403);
        JsonNode refused = reply.json();
        kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1"))
                .expect(403);
        assertThat(reply.retryAfter()).as("it need not ask again each time").hasValue("60");

        assertThat(refused.path("type").asText()).isEqualTo("urn:einlass:problem:device-blocked");
        assertThat(refused.path("instance").asText()).endsWith(":kiosk-1");
        assertThat(seen().path("blockedAt").isMissingNode()).isFalse();

        organiser.delete(quota + "/block").expect(200);
        report(0, 1).expect(200);
    }

    @Test
    void aQuotaOfNothingIsNone() {
        assertThat(organiser.put(quota, "{\"entries\": 0, \"bytes\": 5}").status())
                .isEqualTo(400);
        assertThat(organiser.put(quota, "{\"entries\": 5}").status()).isEqualTo(400);
        assertThat(organiser.post(event + "/quotas/nobody/block", "").status()).isEqualTo(404);
    }

    private JsonNode seen() {
        return organiser.get(event + "/quotas").expect(200).json().path(0);
    }

    /** Entries that nobody understands are kept as well, and count. */
    private ApiClient.Reply report(int from, int count) {
        String entries = IntStream.range(from, from + count)
                .mapToObj(number -> "{\"type\": \"of-tomorrow\", \"head\": {\"id\": \"%s\", \"sequence\": %d}}"
                        .formatted(new UUID(5, number), number + 1))
                .collect(Collectors.joining(","));
        return kiosk.post(
                event + "/journal",
                "{\"epoch\": \"%s\", \"highWater\": 9, \"entries\": [%s]}".formatted(new UUID(3, 3), entries));
    }
}
