package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerProcess;
import org.junit.jupiter.api.Test;

/** Lists that never come take every thread for long work, reports every place in its queue. Guests go in. */
final class BackgroundPoolIT {
    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    /** More than may wait. */
    private static final int REPORTS = 300;

    @Test
    void guestsAreAnsweredWhileLongWorkIsStuckAndMoreOfItIsToldWhenToComeAgain() throws Exception {
        DataFolder data = RunningServer.freshData();
        try (ServerProcess server = ServerProcess.start(RunningServer.plan(data))) {
            ApiClient organiser = RunningServer.organiser(server, data);
            ApiClient kiosk = kiosk(organiser);

            List<CompletableFuture<ApiClient.Reply>> reports;
            try (Stalled lists = new Stalled(organiser)) {
                reports = reports(organiser);
                untilOneIsRefused(reports);

                ApiClient.Reply pages = organiser.get("events/stuck/reports/attendance.pdf");
                ApiClient.Reply scan =
                        kiosk.post("events/stuck/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1"));

                assertThat(lists.senders).hasSize(THREADS);
                assertThat(pages.status()).isEqualTo(429);
                assertThat(pages.type()).startsWith("application/problem+json");
                assertThat(pages.retryAfter())
                        .hasValueSatisfying(
                                after -> assertThat(Integer.parseInt(after)).isPositive());
                assertThat(scan.expect(200).json().path("verdict").asText()).isEqualTo("ADMITTED");
            }
            assertThat(reports.stream().map(CompletableFuture::join).map(ApiClient.Reply::status))
                    .contains(200)
                    .containsOnly(200, 429);
        }
    }

    private static ApiClient kiosk(ApiClient organiser) {
        organiser.put("events/stuck", Samples.EVENT).expect(200);
        organiser.upload("events/stuck/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        return organiser.as(organiser
                .put("events/stuck/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    /** Refused at once, or waiting until the lists have let the threads go. */
    private static List<CompletableFuture<ApiClient.Reply>> reports(ApiClient organiser) {
        return IntStream.range(0, REPORTS)
                .mapToObj(number ->
                        organiser.later("GET", "events/stuck/reports/attendance.csv", "", new byte[0], Locale.ENGLISH))
                .toList();
    }

    private static void untilOneIsRefused(List<CompletableFuture<ApiClient.Reply>> reports) {
        Object first = CompletableFuture.anyOf(reports.toArray(CompletableFuture[]::new))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
        assertThat(((ApiClient.Reply) first).status()).isEqualTo(429);
    }

    /** Senders who announce a list and send none of it; the server waits for each on a thread. */
    private static final class Stalled implements AutoCloseable {
        private static final String WAITING = "HTTP/1.1 100 ";

        private final List<Socket> senders = new ArrayList<>();

        private Stalled(ApiClient organiser) throws IOException {
            for (int i = 0; i < THREADS; i++) {
                Socket sender = new Socket(
                        organiser.server().getHost(), organiser.server().getPort());
                senders.add(sender);
                sender.getOutputStream().write(head(organiser.token()));
                String answer = new String(sender.getInputStream().readNBytes(WAITING.length()), UTF_8);
                assertThat(answer).isEqualTo(WAITING);
            }
        }

        private static byte[] head(String token) {
            return ("POST /api/v1/events/stuck/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 1000\r\nAuthorization: Bearer " + token
                            + "\r\n\r\n")
                    .getBytes(UTF_8);
        }

        @Override
        public void close() throws IOException {
            for (Socket sender : senders) {
                sender.close();
            }
        }
    }
}
