package org.einlass.kiosk.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpUplinkTest {
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private HttpServer http;
    private HttpUplink uplink;
    private volatile String answer = "{}";
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        VirtualExecutor time = new VirtualExecutor(Sample.MORNING);
        DeviceClock clock = new DeviceClock(time, time::nanos, Sample.BOOT);
        time.pass(Duration.ofSeconds(90));
        URI server = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        ServerAddress address = new ServerAddress(server, Sample.EVENT, Sample.DOOR, "token", new DeviceId("kiosk-1"));
        uplink = new HttpUplink(address, clock::stamp);
    }

    @AfterEach
    void stop() {
        uplink.close();
        http.stop(0);
    }

    @Test
    void saysWithEveryReportWhenItWasSentSoThatAWholeBootIsCorrectedThoughNoEntryOfItHadContact() throws Exception {
        Outbox.Item early = new Outbox.Item(1, WireJson.write(SampleEntries.admitted(1, 1, Sample.MORNING)));
        CompletableFuture<Reply<JournalReceipt>> reply = new CompletableFuture<>();

        uplink.carry(new Outbox.Batch(SampleEntries.epoch(), null, 1, 0, List.of(early)), reply::complete);

        JournalReport report = WireJson.read(bodies.poll(1, TimeUnit.MINUTES), JournalReport.class)
                .orElseThrow();
        assertThat(report.entries()).hasSize(1);
        assertThat(report.sent().boot()).isEqualTo(Sample.BOOT);
        assertThat(report.sent().monotonic()).isEqualTo(Duration.ofSeconds(90));
        assertThat(report.sent().wall()).isEqualTo(Sample.MORNING.plusSeconds(90));
        assertThat(report.sent().serverOffset()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void hearsHowLongABusyServerWantsToBeLeftAloneByScansAndProbes(int busy) throws Exception {
        status = busy;
        CompletableFuture<Reply<ScanAnswer>> scan = new CompletableFuture<>();
        CompletableFuture<Reply<DoorSheet>> probe = new CompletableFuture<>();

        uplink.ask(
                new ScanQuestion(
                        SampleEntries.id(), Sample.DOOR, Sample.ticket(1).text(), null),
                scan::complete);
        uplink.fetchSheet(probe::complete);

        assertThat(scan.get(1, TimeUnit.MINUTES)).isEqualTo(new Reply.Silent<>(NoAnswer.BUSY, Duration.ofSeconds(7)));
        assertThat(probe.get(1, TimeUnit.MINUTES)).isEqualTo(new Reply.Silent<>(NoAnswer.BUSY, Duration.ofSeconds(7)));
    }

    @Test
    void takesAnAnswerToItsHeartbeatOnlyIfItIsForThisDevice() throws Exception {
        assertThat(beat(DeviceTrust.REVOKED, "kiosk-2").answer()).isEmpty();
        assertThat(beat(DeviceTrust.REVOKED, "kiosk-1").answer()).isPresent();
    }

    private Reply<HeartbeatAnswer> beat(DeviceTrust deviceTrust, String device) throws Exception {
        answer = WireJson.write(new HeartbeatAnswer(
                Sample.EVENT,
                new DeviceId(device),
                deviceTrust,
                null,
                null,
                false,
                Instant.parse("2022-07-04T07:12:00Z"),
                null));
        CompletableFuture<Reply<HeartbeatAnswer>> reply = new CompletableFuture<>();
        uplink.beat(new Heartbeat(null, 2, null, null, 0, 0, 0, 0, null, null, null), reply::complete);
        return reply.get(1, TimeUnit.MINUTES);
    }
}
