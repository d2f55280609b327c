package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A revoked device floods the server with reports; the guests of another event go in. */
final class FloodIT {
    private static final int REPORTS = 60;
    private static final int ENTRIES = 200;
    private static final int SCANS = 25;

    @Test
    void guestsOfAnotherEventAreAnsweredWhileARevokedDeviceFloods() {
        ApiClient organiser = RunningServer.organiser();
        String flooded = "events/" + RunningServer.newEvent();
        ApiClient revoked = kiosk(organiser, flooded);
        organiser.delete(flooded + "/devices/kiosk-1").expect(204);
        String event = "events/" + RunningServer.newEvent();
        organiser.upload(event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        ApiClient kiosk = kiosk(organiser, event);

        List<CompletableFuture<ApiClient.Reply>> flood = IntStream.range(0, REPORTS)
                .mapToObj(number -> revoked.later(
                        "POST", flooded + "/journal", "application/json", report().getBytes(UTF_8), Locale.ENGLISH))
                .toList();
        for (int i = 0; i < SCANS; i++) {
            kiosk.post(event + "/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1"))
                    .expect(200);
        }

        assertThat(flood.stream().map(CompletableFuture::join).map(ApiClient.Reply::status))
                .as("eight of a device wait, no more")
                .contains(200, 503)
                .isSubsetOf(200, 429, 503);
    }

    private static ApiClient kiosk(ApiClient organiser, String event) {
        return organiser.as(organiser
                .put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    /** Entries that nobody understands: each is kept. */
    private static String report() {
        String entries = IntStream.range(0, ENTRIES)
                .mapToObj(number -> "{\"type\": \"flood\", \"head\": {\"id\": \"%s\", \"sequence\": %d}}"
                        .formatted(UUID.randomUUID(), number + 1))
                .collect(Collectors.joining(","));
        return "{\"epoch\": \"%s\", \"highWater\": %d, \"entries\": [%s]}".formatted(new UUID(3, 3), ENTRIES, entries);
    }
}
