package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stream that keeps live pages up to date. */
final class LiveStreamIT {
    private static final int WATCHERS = 20;

    /** Of one core; the promise is 0.05, and the rest is for a test machine that does other things besides. */
    private static final double MOST_OF_A_CORE = 0.1;

    private final ApiClient organiser = RunningServer.organiser();

    @Test
    void twentyWatchersAreToldEachSecondForLittle() throws Exception {
        LiveDay day = LiveDay.begin(organiser);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.reportScans(kiosk, 1, 21, "main", "LIVE");
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            Stream.generate(() -> opened(browser.session(), day.id()))
                    .limit(WATCHERS)
                    .toList()
                    .forEach(opening -> streams.add(opening.join()));
            assertThat(streams.get(0).headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            BufferedReader first = reader(streams.get(0));
            BufferedReader last = reader(streams.get(WATCHERS - 1));
            for (int warm = 0; warm < 5 || first.ready(); warm++) {
                next(first);
            }
            Duration before = used();
            Instant begun = Instant.now();
            for (int seconds = 0; seconds < 15; seconds++) {
                assertThat(next(first)).contains("\"arrived\":\"20\"");
            }
            Duration took = Duration.between(begun, Instant.now());
            double cores = (double) used().minus(before).toMillis() / took.toMillis();
            System.out.printf("20 watchers: %.3f of a core over %s%n", cores, took);
            assertThat(took).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(25));
            assertThat(cores).isLessThan(MOST_OF_A_CORE);

            day.scan(kiosk, 30, "main");
            assertThat(next(first) + next(first) + next(first)).contains("\"arrived\":\"21\"");
            assertThat(next(last)).contains("data: {");
        } finally {
            for (HttpResponse<InputStream> stream : streams) {
                stream.body().close();
            }
        }
    }

    @Test
    void aStreamIsForWhomThePageIs() throws IOException, InterruptedException {
        LiveDay day = LiveDay.begin(organiser);
        try (ConsoleBrowser other = ConsoleBrowser.organiserOf(RunningServer.newEvent())) {
            assertThat(stream(other.session(), day.id()).statusCode()).isEqualTo(403);
        }
        assertThat(stream("", day.id()).statusCode()).isEqualTo(302);
    }

    private HttpResponse<InputStream> stream(String session, String event) {
        return opened(session, event).join();
    }

    private CompletableFuture<HttpResponse<InputStream>> opened(String session, String event) {
        HttpRequest request = HttpRequest.newBuilder(
                        organiser.server().resolve("live-stream?language=en&event=" + event))
                .header("Cookie", session)
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    /** The next message; its lines until the blank one. */
    private static String next(BufferedReader stream) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    /** What the server's process has used of the processors. */
    private static Duration used() {
        return ProcessHandle.of(RunningServer.pid())
                .map(ProcessHandle::info)
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElseThrow();
    }
}
