package org.einlass.server.rest.limit;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Deque;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The description of the interface, for people and programs with a valid token; strangers and devices are
 * refused. The build writes it, so that no start of the server has to look through the whole interface.
 */
final class InterfaceDocument {
    private static final String PATH = "/openapi";

    private enum Format {
        JSON("application/json", "openapi.json"),
        YAML("application/yaml", "openapi.yaml");

        private final String type;
        private final String file;

        Format(String type, String file) {
            this.type = type;
            this.file = file;
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

    private static void send(HttpServerExchange exchange) {
        Format format = format(exchange);
        try {
            byte[] document = document(format);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, format.type + ";charset=UTF-8");
            exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
            exchange.getResponseSender().send(ByteBuffer.wrap(document));
        } catch (IOException e) {
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

    /** @throws IOException in a server that was put together without the build's description */
    private static byte[] document(Format format) throws IOException {
        try (@Nullable InputStream in = InterfaceDocument.class.getResourceAsStream(format.file)) {
            if (in == null) {
                throw new IOException("There is no description of the interface.");
            }
            return in.readAllBytes();
        }
    }
}
