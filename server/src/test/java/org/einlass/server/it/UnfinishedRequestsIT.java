package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that stop in the middle are ended, and hold up no guest; nobody needs a token to send them. */
final class UnfinishedRequestsIT {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final int ADDRESSES = 20;
    private static final int FROM_EACH = 25;
    private static final int SCANS = 30;
    private static final String HALF_A_HEAD = "POST /api/v1/events/any/scans HTTP/1.1\r\nHost: local";
    private static final String HALF_A_BODY = "POST /api/v1/events/any/scans HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{";

    private static ServerProcess server;
    private static ApiClient organiser;
    private static ApiClient kiosk;

    @BeforeAll
    static void start() throws InterruptedException {
        DataFolder data = RunningServer.freshData();
        server = ServerProcess.start(
                RunningServer.plan(data, "-Deinlass.body.seconds=3", "-Deinlass.unknown-tokens.per-second=1"));
        organiser = RunningServer.organiser(server, data);
        organiser.put("events/slow", Samples.EVENT).expect(200);
        organiser.upload("events/slow/import", Samples.LIST.getBytes(UTF_8)).expect(200);
        kiosk = organiser.as(organiser
                .put("events/slow/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyScanIsAnsweredWhileHundredsStopInTheMiddleAndAllOfThemAreEnded() throws IOException {
        List<Socket> halfHeads = new ArrayList<>();
        List<Socket> halfBodies = new ArrayList<>();
        try {
            for (int address = 2; address < 2 + ADDRESSES; address++) {
                for (int i = 0; i < FROM_EACH; i++) {
                    boolean head = i % 5 == 0;
                    (head ? halfHeads : halfBodies).add(sender(address, head ? HALF_A_HEAD : HALF_A_BODY));
                }
            }

            for (int i = 0; i < SCANS; i++) {
                kiosk.post("events/slow/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-1"))
                        .expect(200);
            }

            for (Socket sender : halfBodies) {
                assertThat(answer(sender)).startsWith("HTTP/1.1 408 ").contains("urn:einlass:problem:too-slow");
            }
            for (Socket sender : halfHeads) {
                assertThat(sender.getInputStream().readAllBytes()).isEmpty();
            }
        } finally {
            close(halfHeads);
            close(halfBodies);
        }
    }

    @Test
    void aBodyThatTricklesIsEndedAsAWhole() throws Exception {
        try (Socket sender = sender(1, withToken("events/slow/scans", kiosk, 100_000))) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> answer(sender));
            OutputStream out = sender.getOutputStream();
            while (isPending(answer)) {
                out.write(' ');
            }

            assertThat(answer.join()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void nobodySendsMuchWithoutAToken() {
        ApiClient nobody = organiser.as("");
        String much = "{\"name\": \"" + "x".repeat(20_000) + "\"}";

        ApiClient.Reply reply = nobody.post("login", much);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("16 KB");
        assertThat(nobody.as("invented").post("login", much).status()).isEqualTo(413);
    }

    /** At the shared server, which waits longer for the rest of a body before it hangs up. */
    @Test
    void aDeviceSendsNoMoreThanAReportOfItsJournal() {
        String event = "events/" + RunningServer.newEvent();
        ApiClient device = RunningServer.organiser()
                .as(RunningServer.organiser()
                        .put(event + "/devices/kiosk-1", "{\"kind\": \"KIOSK\"}")
                        .expect(200)
                        .json()
                        .path("token")
                        .asText());
        String tooMuch = "{\"entries\": [\"" + "x".repeat(2_100_000) + "\"]}";

        assertThat(device.post(event + "/journal", tooMuch).status()).isEqualTo(413);
        assertThat(device.upload(event + "/import", tooMuch.getBytes(UTF_8)).status())
                .isEqualTo(413);
    }

    /** Else a client whose body is on its way fails to write, and reads nothing. */
    @Test
    void whoeverIsToldOfTooMuchMayFinishItAndAskAgain() throws IOException {
        int tooMuch = 2_100_000;
        try (Socket sender = sender(1, withToken("events/slow/journal", kiosk, tooMuch))) {
            InputStream in = sender.getInputStream();
            assertThat(head(in)).startsWith("HTTP/1.1 413 ").doesNotContainIgnoringCase("Connection: close");
            sender.getOutputStream().write(new byte[tooMuch]);
            sender.getOutputStream()
                    .write("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(UTF_8));

            assertThat(new String(in.readAllBytes(), UTF_8)).contains("HTTP/1.1 200 ");
        }
    }

    /** Up to the empty line; the answer's body stays unread. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = in.read()) {
            head.append((char) next);
        }
        return head.toString();
    }

    @Test
    void oneSenderHasOnlySoManyUnfinishedBodies() throws IOException {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                senders.add(sender(99, HALF_A_BODY));
            }

            List<String> answers = new ArrayList<>();
            for (Socket sender : senders) {
                answers.add(answer(sender).substring(0, "HTTP/1.1 408".length()));
            }

            assertThat(answers).contains("HTTP/1.1 408", "HTTP/1.1 429");
        } finally {
            close(senders);
        }
    }

    @Test
    void inventedTokensAreSlowedAndTheValidOneFromTheSameAddressIsNot() {
        int slowed = 0;
        for (int i = 0; i < 100; i++) {
            ApiClient.Reply reply = organiser.as("invented-" + i).get("events/slow/devices");
            assertThat(reply.status()).isIn(401, 429);
            slowed += reply.status() == 429 ? 1 : 0;
            kiosk.post("events/slow/scans", Samples.question(UUID.randomUUID(), "main", "SHOP-2"))
                    .expect(200);
        }

        assertThat(slowed).isPositive();
    }

    @Test
    void aSenderThatAsksFirstIsToldToGoOn() throws IOException {
        String body = Samples.question(UUID.randomUUID(), "main", "SHOP-1");
        String head = withToken("events/slow/scans", kiosk, body.getBytes(UTF_8).length)
                .replace("Content-Type", "Expect: 100-continue\r\nConnection: close\r\nContent-Type");
        try (Socket sender = sender(1, head)) {
            String goOn = new String(sender.getInputStream().readNBytes("HTTP/1.1 100 ".length()), UTF_8);
            sender.getOutputStream().write(body.getBytes(UTF_8));

            assertThat(goOn).isEqualTo("HTTP/1.1 100 ");
            assertThat(answer(sender)).contains("HTTP/1.1 200 ").contains("ADMITTED");
        }
    }

    /** Waits a moment for the answer, and tells whether there is none. */
    private static boolean isPending(CompletableFuture<String> answer) throws Exception {
        try {
            answer.get(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException stillPending) {
            return true;
        }
    }

    private static String withToken(String path, ApiClient who, int length) {
        return "POST /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + who.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** Sends {@code text} from 127.0.0.{@code address}, and no more. */
    private static Socket sender(int address, String text) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + address), 0));
        socket.connect(
                new InetSocketAddress(server.uri().getHost(), server.uri().getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(text.getBytes(UTF_8));
        return socket;
    }

    private static String answer(Socket sender) {
        try {
            return new String(sender.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "ended: " + e.getMessage();
        }
    }

    private static void close(List<Socket> senders) throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
    }
}
