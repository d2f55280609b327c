package org.einlass.server.rest.limit;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The description of the interface, for people and programs with a valid token; strangers and devices are
 * refused. The container itself shows it to everybody who knows its path, so the launcher gives it another path
 * at each start, which only this server knows. It is fetched from there once.
 */
final class InterfaceDocument {
    private static final String PATH = "/openapi";
    private static final String CONTAINERS_PATH = "mp.openapi.extensions.path";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Format, byte[]> documents = new EnumMap<>(Format.class);

    private enum Format {
        JSON("application/json"),
        YAML("application/yaml");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    static boolean isAsked(HttpServerExchange exchange) {
        return exchange.getRelativePath().equals(PATH);
    }

    /** On the I/O thread; the document is sent by another one. */
    void answer(HttpServerExchange exchange, RequestSender sender) {
        if (!sender.isKnown()) {
            EarlyProblem.answer(exchange, ProblemException.of(ProblemKind.NOT_SIGNED_IN));
        } else if (sender.isDevice()) {
            EarlyProblem.answer(exchange, ProblemException.of(ProblemKind.NOT_ALLOWED));
        } else {
            exchange.dispatch(() -> send(exchange));
        }
    }

    private void send(HttpServerExchange exchange) {
        Format format = format(exchange);
        try {
            byte[] document = document(format);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, format.type + ";charset=UTF-8");
            exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
            exchange.getResponseSender().send(ByteBuffer.wrap(document));
        } catch (IOException e) {
            EarlyProblem.answer(exchange, ProblemException.of(ProblemKind.NOT_FOUND));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            EarlyProblem.answer(exchange, ProblemException.of(ProblemKind.NOT_FOUND));
        }
    }

    private static Format format(HttpServerExchange exchange) {
        @Nullable Deque<String> wanted = exchange.getQueryParameters().get("format");
        if (wanted != null) {
            return Format.JSON.name().equalsIgnoreCase(wanted.getFirst()) ? Format.JSON : Format.YAML;
        }
        @Nullable HeaderValues types = exchange.getRequestHeaders().get(Headers.ACCEPT);
        return types != null && types.stream().anyMatch(type -> type.contains(Format.JSON.type))
                ? Format.JSON
                : Format.YAML;
    }

    private synchronized byte[] document(Format format) throws IOException, InterruptedException {
        byte @Nullable [] known = documents.get(format);
        if (known != null) {
            return known;
        }
        URI place = URI.create(System.getProperty("einlass.self", "http://127.0.0.1:8080/"))
                .resolve(System.getProperty(CONTAINERS_PATH, PATH) + "?format=" + format);
        HttpRequest request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("The container has no description of the interface.");
        }
        documents.put(format, response.body());
        return response.body();
    }
}
