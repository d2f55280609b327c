package org.einlass.server.rest.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.LocaleUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.wire.Problem;
import org.einlass.server.json.Json;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Answers a request with a problem before anything else has seen it, on the I/O thread. Where its body is
 * unfinished, what still comes is read and thrown away, so that the sender hears the answer; a connection whose body
 * has not ended after a while is ended.
 */
final class EarlyProblem {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration HEARD = Duration.ofSeconds(1);

    private EarlyProblem() {}

    /** Answers a request whose body has been read, or that has none. Its connection ends, after a second at the latest. */
    static void answer(HttpServerExchange exchange, ProblemException why) {
        if (exchange.isResponseStarted() || exchange.isComplete()) {
            return;
        }
        if (!exchange.isRequestComplete()) {
            // A body that was handed back is read by nobody now: no second request can follow it.
            exchange.setPersistent(false);
            var unused = after(exchange, HEARD, () -> IoUtils.safeClose(exchange.getConnection()));
        }
        send(exchange, why);
    }

    /**
     * Answers a request whose body may still be on its way. The connection stays open in both directions: a client that
     * is told of its end in the middle of its body fails to write, and its user reads of a broken connection instead of
     * the problem.
     *
     * @param linger how long the rest of an unfinished body may come
     */
    static void answerBeforeItsEnd(HttpServerExchange exchange, ProblemException why, Duration linger) {
        if (exchange.isResponseStarted() || exchange.isComplete()) {
            return;
        }
        if (!exchange.isRequestComplete()) {
            XnioExecutor.Key timer = after(exchange, linger, () -> endUnfinished(exchange));
            // Else each refused request of a flood would stay in memory until its time is over.
            ExchangeEnd.of(exchange, timer::remove);
        }
        send(exchange, why);
    }

    private static XnioExecutor.Key after(HttpServerExchange exchange, Duration time, Runnable work) {
        return exchange.getIoThread().executeAfter(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void endUnfinished(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete()) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static void send(HttpServerExchange exchange, ProblemException why) {
        Locale locale = locale(exchange.getRequestHeaders().get(Headers.ACCEPT_LANGUAGE));
        exchange.setStatusCode(why.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Problem.MEDIA_TYPE);
        exchange.getResponseHeaders().put(Headers.CONTENT_LANGUAGE, locale.toLanguageTag());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        why.retryAfter().ifPresent(pause -> exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds(pause)));
        ByteBuffer problem = ByteBuffer.wrap(json(why.problem(locale)));
        if (HttpContinue.requiresContinueResponse(exchange)) {
            exchange.getResponseSender().send(problem, new HangUp());
        } else {
            exchange.getResponseSender().send(problem);
        }
    }

    /** Whoever asked before sending a body does not send it now. */
    private static final class HangUp implements IoCallback {
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            IoUtils.safeClose(exchange.getConnection());
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    private static byte[] json(Problem problem) {
        try {
            return JSON.writeValueAsString(problem).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON.", e);
        }
    }

    private static Locale locale(@Nullable List<String> wanted) {
        try {
            return Languages.of(wanted == null ? List.of() : LocaleUtils.getLocalesFromHeader(wanted));
        } catch (RuntimeException unreadable) {
            return Languages.of(List.of());
        }
    }
}
