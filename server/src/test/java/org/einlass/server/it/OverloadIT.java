package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerProcess;
import org.junit.jupiter.api.Test;

/** More comes than a server can write: what it cannot take it says so of, and what it took is there. */
final class OverloadIT {
    private static final int QUESTIONS = 300;
    private static final int REPORTS = 40;
    private static final int PAGES = 40;
    private static final UUID EPOCH = new UUID(9, 9);
    private static final EventSalt SALT = new EventSalt("00112233445566778899aabbccddeeff");
    private static final ExternalCode CODE = new ExternalCode("NOBODY-1");

    private ApiClient kiosk;

    @Test
    void aFullQueueIsSaidWithATimeToComeAgainAndNothingThatWasTakenIsLost() throws InterruptedException {
        DataFolder data = RunningServer.freshData();
        try (ServerProcess server =
                ServerProcess.start(RunningServer.plan(data, "-Deinlass.queue=1", "-Deinlass.pages.waiting=1"))) {
            kiosk = kiosk(RunningServer.organiser(server, data));

            Map<UUID, ApiClient.Reply> answers = rush();
            Map<Integer, ApiClient.Reply> receipts = deliver(IntStream.range(0, REPORTS));

            assertThat(answers.values())
                    .extracting(ApiClient.Reply::status)
                    .contains(200, 429, 503)
                    .isSubsetOf(200, 429, 503);
            answers.values().stream().filter(reply -> reply.status() != 200).forEach(OverloadIT::saysWhenToComeAgain);
            everyAnswerStands(answers);
            everyEntryIsKnown(receipts);
            pagesBeyondTheirQueueAreRefused(server.uri());
        }
    }

    /** A stranger needs no account to ask for the page of signing in. */
    private static void pagesBeyondTheirQueueAreRefused(URI server) {
        HttpRequest page =
                HttpRequest.newBuilder(server.resolve("/sign-in.xhtml")).build();
        Set<Integer> statuses = new HashSet<>();
        for (int round = 0; round < 100 && !statuses.contains(503); round++) {
            HttpClient client = HttpClient.newHttpClient();
            IntStream.range(0, PAGES)
                    .mapToObj(i -> client.sendAsync(page, HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .forEach(reply -> statuses.add(reply.join().statusCode()));
        }
        assertThat(statuses).contains(200, 503).isSubsetOf(200, 503);
    }

    /** All at once and again, until the server was too slow for one of them. */
    private Map<UUID, ApiClient.Reply> rush() {
        Map<UUID, ApiClient.Reply> answers = new LinkedHashMap<>();
        boolean full = false;
        for (int round = 0; round < 500 && !full; round++) {
            Map<UUID, CompletableFuture<ApiClient.Reply>> asked = new LinkedHashMap<>();
            for (int i = 0; i < QUESTIONS; i++) {
                UUID scan = UUID.randomUUID();
                asked.put(scan, send("scans", Samples.question(scan, "main", "SHOP-1")));
            }
            asked.forEach((scan, reply) -> answers.put(scan, reply.join()));
            full = answers.values().stream().anyMatch(reply -> reply.status() == 429);
        }
        return answers;
    }

    private static void saysWhenToComeAgain(ApiClient.Reply reply) {
        assertThat(reply.type()).startsWith("application/problem+json");
        String type = reply.json().path("type").asText();
        assertThat(type).endsWith(reply.status() == 503 ? "device-busy" : "overloaded");
        assertThat(reply.retryAfter())
                .hasValueSatisfying(after -> assertThat(Integer.parseInt(after)).isPositive());
    }

    private void everyAnswerStands(Map<UUID, ApiClient.Reply> answers) {
        answers.forEach((scan, reply) -> {
            String again = patiently("scans", Samples.question(scan, "main", "SHOP-1"))
                    .expect(200)
                    .text();
            if (reply.status() == 200) {
                assertThat(again).isEqualTo(reply.text());
            }
        });
    }

    private Map<Integer, ApiClient.Reply> deliver(IntStream numbers) {
        Map<Integer, CompletableFuture<ApiClient.Reply>> sent =
                numbers.boxed().collect(Collectors.toMap(number -> number, number -> send("journal", report(number))));
        return sent.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().join()));
    }

    private void everyEntryIsKnown(Map<Integer, ApiClient.Reply> receipts) {
        receipts.forEach((number, reply) -> {
            assertThat(reply.status()).isIn(200, 429, 503);
            JsonNode again = patiently("journal", report(number)).expect(200).json();
            String wanted = reply.status() == 200 ? "KNOWN" : "ACCEPTED";
            assertThat(again.findValuesAsText("fate")).containsExactly(wanted);
        });
    }

    /** As a device does: again, until the server has time. */
    private ApiClient.Reply patiently(String path, String body) {
        ApiClient.Reply reply = send(path, body).join();
        while (reply.status() == 429 || reply.status() == 503) {
            reply = send(path, body).join();
        }
        return reply;
    }

    private CompletableFuture<ApiClient.Reply> send(String path, String body) {
        return kiosk.later("POST", "events/full/" + path, "application/json", body.getBytes(UTF_8), Locale.ENGLISH);
    }

    private static String report(int number) {
        return """
                {"epoch": "%s", "highWater": %d, "entries": [%s]}
                """.formatted(EPOCH, REPORTS, entry(number));
    }

    private static String entry(int number) {
        return """
                {"type": "scanned", "head": {"id": "%s", "sequence": %d, "phase": "LIVE",
                   "time": {"wall": "2022-07-04T07:00:00Z", "boot": "%s", "monotonic": "PT5S"}},
                 "door": "main", "code": "%s", "proof": "%s",
                 "outcome": {"verdict": "ADMITTED", "source": "SERVER"}}
                """.formatted(
                        new UUID(10, number),
                        number + 1,
                        new UUID(7, 7),
                        SALT.lookupId(CODE).hex(),
                        ScanProof.of(CODE, new EntryId(new UUID(10, number))).hex());
    }

    private static ApiClient kiosk(ApiClient organiser) {
        organiser.put("events/full", Samples.EVENT).expect(200);
        organiser.upload("events/full/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        return organiser.as(organiser
                .put("events/full/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }
}
