package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody with a token who talks to a server. */
record ApiClient(URI server, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What the server answered. */
    static final class Reply {
        private final int status;
        private final String type;
        private final Optional<String> retryAfter;
        private final byte[] body;

        private Reply(HttpResponse<byte[]> response) {
            this.status = response.statusCode();
            this.type = response.headers().firstValue("Content-Type").orElse("");
            this.retryAfter = response.headers().firstValue("Retry-After");
            this.body = response.body();
        }

        int status() {
            return status;
        }

        String type() {
            return type;
        }

        /** Seconds until asking again makes sense. */
        Optional<String> retryAfter() {
            return retryAfter;
        }

        byte[] body() {
            return body.clone();
        }

        String text() {
            return new String(body, UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Reply expect(int wanted) {
            assertThat(status).as(this::text).isEqualTo(wanted);
            return this;
        }
    }

    ApiClient as(String otherToken) {
        return new ApiClient(server, otherToken);
    }

    Reply get(String path) {
        return send("GET", path, "", new byte[0]);
    }

    /** Opens a stream; its reader closes it. */
    HttpResponse<InputStream> open(String path) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("api/v1/" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .join();
    }

    Reply delete(String path) {
        return send("DELETE", path, "", new byte[0]);
    }

    Reply put(String path, String json) {
        return send("PUT", path, "application/json", json.getBytes(UTF_8));
    }

    Reply post(String path, String json) {
        return send("POST", path, "application/json", json.getBytes(UTF_8));
    }

    Reply upload(String path, byte[] file) {
        return send("POST", path, "text/csv", file);
    }

    Reply send(String method, String path, String type, byte[] body) {
        return later(method, path, type, body, Locale.GERMAN).join();
    }

    CompletableFuture<Reply> later(String method, String path, String type, byte[] body, Locale language) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("api/v1/" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Language", language.getLanguage())
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Reply::new);
    }
}
