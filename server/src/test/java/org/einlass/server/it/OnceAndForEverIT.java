package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerProcess;
import org.junit.jupiter.api.Test;

final class OnceAndForEverIT {
    /** Less than the eight that one device may have waiting. */
    private static final int AT_ONCE = 4;

    private static final Semaphore UNDER_WAY = new Semaphore(AT_ONCE);

    @Test
    void theSameScanAskedAHundredTimesGetsOneAnswerAndLeavesOneRow() throws SQLException {
        String event = RunningServer.newEvent();
        ApiClient organiser = RunningServer.organiser();
        ApiClient kiosk = kiosk(organiser, event);
        UUID scan = UUID.randomUUID();

        List<CompletableFuture<ApiClient.Reply>> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.add(ask(kiosk, event, scan, "once"));
        }
        Set<String> answers = new HashSet<>();
        asked.forEach(reply -> answers.add(reply.join().expect(200).text()));

        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("ADMITTED");
        assertThat(rows(RunningServer.data(), event)).isEqualTo(1);
    }

    @Test
    void aHundredScansOfOneTicketAtAOnceOnlyDoorAdmitOne() {
        String event = RunningServer.newEvent();
        ApiClient kiosk = kiosk(RunningServer.organiser(), event);

        List<CompletableFuture<ApiClient.Reply>> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.add(ask(kiosk, event, UUID.randomUUID(), "once"));
        }

        long admitted = asked.stream()
                .map(reply -> reply.join().expect(200).json().path("verdict").asText())
                .filter("ADMITTED"::equals)
                .count();
        assertThat(admitted).isEqualTo(1);
    }

    @Test
    void everyScanAnsweredBeforeTheServerWasKilledIsThereAfterwards() throws InterruptedException, SQLException {
        DataFolder data = RunningServer.freshData();
        ServerProcess server = RunningServer.start(data);
        ApiClient organiser = RunningServer.organiser(server, data);
        organiser.put("events/killed", Samples.EVENT).expect(200);
        ApiClient kiosk = kiosk(organiser, "killed");
        Map<UUID, String> answered = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(200);

        List<CompletableFuture<Void>> devices = Stream.generate(() -> askOnAndOn(kiosk, answered, enough))
                .limit(AT_ONCE)
                .toList();
        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        server.kill();
        devices.forEach(device -> device.exceptionally(gone -> null).join());

        try (ServerProcess again = RunningServer.start(data)) {
            ApiClient sameKiosk = new ApiClient(again.uri(), kiosk.token());
            assertThat(rows(data.folder(), "killed")).isGreaterThanOrEqualTo(answered.size());
            answered.forEach((scan, answer) -> assertThat(ask(sameKiosk, "killed", scan, "main")
                            .join()
                            .expect(200)
                            .text())
                    .isEqualTo(answer));
        }
    }

    /** One scan after the other until the server is gone. */
    private static CompletableFuture<Void> askOnAndOn(
            ApiClient kiosk, Map<UUID, String> answered, CountDownLatch enough) {
        UUID scan = UUID.randomUUID();
        return ask(kiosk, "killed", scan, "main").thenCompose(reply -> {
            if (reply.status() != 200) {
                return CompletableFuture.completedFuture(null);
            }
            answered.put(scan, reply.text());
            enough.countDown();
            return askOnAndOn(kiosk, answered, enough);
        });
    }

    private static CompletableFuture<ApiClient.Reply> ask(ApiClient kiosk, String event, UUID scan, String door) {
        byte[] question = Samples.question(scan, door, "SHOP-1").getBytes(UTF_8);
        UNDER_WAY.acquireUninterruptibly();
        return kiosk.later("POST", "events/" + event + "/scans", "application/json", question, Locale.GERMAN)
                .whenComplete((reply, gone) -> UNDER_WAY.release());
    }

    private static ApiClient kiosk(ApiClient organiser, String event) {
        organiser
                .upload("events/" + event + "/import", Samples.LIST.getBytes(UTF_8))
                .expect(200);
        return organiser.as(organiser
                .put("events/" + event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    private static long rows(Path data, String event) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("einlass.db"));
                PreparedStatement count = database.prepareStatement("select count(*) from answers where event = ?")) {
            count.setString(1, event);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
