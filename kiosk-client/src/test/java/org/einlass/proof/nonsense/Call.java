package org.einlass.proof.nonsense;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request on its way through the proxy, and all that can be done to it. */
final class Call {
    private static final int MILLIS_BETWEEN_BYTES = 20;

    private final HttpExchange exchange;
    private final HttpClient client;
    private final HttpRequest onward;
    private final CountDownLatch end;
    private @Nullable HttpResponse<byte[]> answer;

    /** @param end when the proxy closes */
    Call(HttpExchange exchange, HttpClient client, HttpRequest onward, CountDownLatch end) {
        this.exchange = exchange;
        this.client = client;
        this.onward = onward;
        this.end = end;
    }

    /** The server has heard the request and acted on it, whatever its client comes to know of that. */
    Call heard() throws IOException, InterruptedException {
        answer();
        return this;
    }

    private HttpResponse<byte[]> answer() throws IOException, InterruptedException {
        HttpResponse<byte[]> known = answer;
        if (known != null) {
            return known;
        }
        HttpResponse<byte[]> fresh = client.send(onward, BodyHandlers.ofByteArray());
        answer = fresh;
        return fresh;
    }

    Call after(String time) {
        exchange.getResponseHeaders().set("Retry-After", time);
        return this;
    }

    Call at(String location) {
        exchange.getResponseHeaders().set("Location", location);
        return this;
    }

    void say(int status, String type, String body) throws IOException {
        say(status, type, body.getBytes(UTF_8));
    }

    private void say(int status, String type, byte[] body) throws IOException {
        begin(status, type, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** @param length of the body, as the client is told */
    private void begin(int status, String type, int length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    }

    /** What the server said, to the letter. */
    void passOn() throws IOException, InterruptedException {
        say(answer().statusCode(), type(), answer().body());
    }

    private String type() throws IOException, InterruptedException {
        return answer().headers().firstValue("Content-Type").orElse("");
    }

    /** Half of what the server said, as if it were all. */
    void sayHalf() throws IOException, InterruptedException {
        say(answer().statusCode(), type(), half());
    }

    /** Half of what the server said; then the cable is out. */
    void breakOff() throws IOException, InterruptedException {
        begin(answer().statusCode(), type(), answer().body().length);
        exchange.getResponseBody().write(half());
        hangUp();
    }

    private byte[] half() throws IOException, InterruptedException {
        return Arrays.copyOf(answer().body(), answer().body().length / 2);
    }

    /** Not another byte. */
    void hangUp() {
        exchange.close();
    }

    /** What the server said, so slowly that nobody can wait for it. */
    void drip() throws IOException, InterruptedException {
        begin(answer().statusCode(), type(), answer().body().length);
        OutputStream out = exchange.getResponseBody();
        for (byte some : answer().body()) {
            out.write(some);
            out.flush();
            if (end.await(MILLIS_BETWEEN_BYTES, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        hangUp();
    }

    /** The line stays open, and nothing comes. */
    void keepSilent() throws InterruptedException {
        end.await();
        hangUp();
    }
}
