package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final int HALF_OPEN = 500;
    private static final int ROWS = 5_000;

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

    /** A short attack; the long one with its waits is in the bench diary. */
    @Test
    void everyGuestIsAnsweredWhileAListComesInADeviceFloodsAndHundredsStandHalfOpen() throws IOException {
        ApiClient organiser = RunningServer.organiser();
        String event = "events/" + RunningServer.newEvent();
        organiser.upload(event + "/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        ApiClient kiosk = kiosk(organiser, event);
        ApiClient revoked = organiser.as(organiser
                .put(event + "/devices/revoked", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
        organiser.delete(event + "/devices/revoked").expect(204);
        List<Socket> halfOpen = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                halfOpen.add(halfOpen(organiser.server(), 2 + i / 25));
            }
            List<CompletableFuture<ApiClient.Reply>> flood = IntStream.range(0, REPORTS)
                    .mapToObj(number -> revoked.later(
                            "POST", event + "/journal", "application/json", report().getBytes(UTF_8), Locale.ENGLISH))
                    .toList();
            CompletableFuture<ApiClient.Reply> list = organiser.later(
                    "POST",
                    event + "/import?answer=gone:keep",
                    "text/csv",
                    longList().getBytes(UTF_8),
                    Locale.ENGLISH);

            Map<UUID, String> answers = new LinkedHashMap<>();
            while (answers.size() < SCANS || !list.isDone()) {
                UUID scan = UUID.randomUUID();
                answers.put(scan, ask(kiosk, event, scan));
            }

            assertThat(list.join().expect(200).json().path("added").asInt()).isEqualTo(ROWS);
            answers.forEach((scan, answer) ->
                    assertThat(ask(kiosk, event, scan)).as("kept").isEqualTo(answer));
            assertThat(flood.stream().map(CompletableFuture::join).map(ApiClient.Reply::status))
                    .isSubsetOf(200, 429, 503);
        } finally {
            for (Socket sender : halfOpen) {
                sender.close();
            }
        }
    }

    private static String ask(ApiClient kiosk, String event, UUID scan) {
        return kiosk.post(event + "/scans", Samples.question(scan, "main", "SHOP-1"))
                .expect(200)
                .text();
    }

    private static Socket halfOpen(URI server, int address) throws IOException {
        Socket sender = new Socket();
        sender.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address}), 0));
        sender.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        sender.getOutputStream()
                .write("POST /api/v1/events/any/scans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{"
                        .getBytes(UTF_8));
        return sender;
    }

    private static String longList() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> "L" + row + ";Eva;Schmidt" + row + ";Stadt " + row + ";l" + row + "@example.org")
                .collect(Collectors.joining("\n", "Key;Vorname;Nachname;Organisation;E-Mail\n", ""));
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
