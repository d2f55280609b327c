package org.einlass.kiosk.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.einlass.contract.enrolment.ConfirmationCode;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentCode;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.EnrolmentRequest;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.enrolment.NonceOpening;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.enrolment.TokenChallenge;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.contract.enrolment.TokenRequest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.Problem;
import org.einlass.kiosk.sync.WireJson;

/** A server that enrols one device; the test is its organiser. */
public final class FakeEnrolmentServer implements AutoCloseable {
    public static final EnrolmentCode CODE = new EnrolmentCode("ABCDEFGHJKLM");
    private static final UUID ENROLMENT = new UUID(5, 6);
    private static final EventId EVENT = new EventId("congress");
    private static final DeviceId DEVICE = new DeviceId("kiosk-7");
    private static final String SERVER_NONCE = "nonce-of-the-server-0123";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> given = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private volatile State state = State.OPEN;
    private volatile EnrolmentRequest request;
    private volatile String shortCode = "";
    private volatile Problem problem;
    private volatile List<KeyPin> pins;

    public FakeEnrolmentServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/api/v1/enrolments", this::answer);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    public EnrolmentOffer offer() {
        return new EnrolmentOffer(List.of(address()), List.of(), CODE);
    }

    /** What the organiser's screen shows; empty as long as no device is pending. */
    public String shortCode() {
        return shortCode;
    }

    public void confirm() {
        state = State.CONFIRMED;
    }

    /** From now on every answer is this problem. */
    public void refuses(String name, int status, String detail) {
        problem = Problem.of(name, name, status, detail, "Bitte einen neuen Code machen.");
    }

    /** With each token it tells these keys from now on. */
    void tells(List<KeyPin> keys) {
        pins = keys;
    }

    public void answersAgain() {
        problem = null;
    }

    /** The tokens that were given, in order. */
    List<String> given() {
        return given;
    }

    /** What the device said it was given last, in order; "-" for nothing. */
    List<String> shown() {
        return shown;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Object said = problem == null ? said(path.substring(path.lastIndexOf('/') + 1), body) : problem;
            byte[] json = WireJson.write(said).getBytes(UTF_8);
            boolean refused = said instanceof Problem;
            exchange.getResponseHeaders().set("Content-Type", refused ? Problem.MEDIA_TYPE : "application/json");
            exchange.sendResponseHeaders(refused ? ((Problem) said).status() : 200, json.length);
            exchange.getResponseBody().write(json);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Object said(String what, String body) {
        return switch (what) {
            case "enrolments" ->
                redeem(WireJson.read(body, EnrolmentRequest.class).orElseThrow());
            case "nonce" -> open(WireJson.read(body, NonceOpening.class).orElseThrow());
            case "challenge" -> new TokenNonce("sign-this-" + given.size());
            case "token" -> token(WireJson.read(body, TokenRequest.class).orElseThrow());
            default -> status();
        };
    }

    private Object redeem(EnrolmentRequest redeemed) {
        if (!CODE.text().equals(redeemed.code())) {
            return Problem.of(
                    "unknown-enrolment", "", 404, "Diesen Gerätecode gibt es hier nicht.", "Bitte vergleichen.");
        }
        request = redeemed;
        state = State.REDEEMED;
        return status();
    }

    private Object open(NonceOpening opening) {
        DevicePublicKey key = new DevicePublicKey(request.publicKey());
        if (!ConfirmationCode.commitment(key, opening.nonce()).equals(request.commitment())) {
            return Problem.of("bad-value", "", 400, "Das ist nicht die Zufallszahl.", "Bitte neu beginnen.");
        }
        state = State.PENDING;
        shortCode = ConfirmationCode.of(ENROLMENT, null, key, opening.nonce(), SERVER_NONCE)
                .grouped();
        return status();
    }

    private EnrolmentStatus status() {
        return new EnrolmentStatus(
                ENROLMENT,
                state,
                EVENT,
                DEVICE,
                "Kiosk 7",
                "KIOSK",
                List.of(new DoorId("main")),
                List.of(),
                SERVER_NONCE,
                new PrinterName("queue:Badges"));
    }

    private Object token(TokenRequest asked) {
        shown.add(asked.token() == null ? "-" : asked.token());
        boolean proven = new TokenChallenge(asked.nonce(), EVENT, DEVICE)
                .isSigned(new DevicePublicKey(request.publicKey()), asked.signature());
        if (!proven) {
            return Problem.of("wrong-proof", "", 401, "Diese Unterschrift ist nicht von diesem Gerät.", "Bitte neu.");
        }
        given.add("token-" + (given.size() + 1));
        return new TokenGrant(given.get(given.size() - 1), Duration.ofHours(2), pins);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
