package org.einlass.kiosk.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.einlass.contract.wire.Problem;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Tells an answer of our server from everything else that may come back: overload, faults, captive portals,
 * proxies, halves of answers. What is not surely an answer is none.
 */
final class ResponseClassifier {
    private ResponseClassifier() {}

    /**
     * What came back, before anybody knows what it is.
     *
     * @param contentType in lower case; empty where there was none
     * @param retryAfter zero where nothing was said about it
     */
    record Response(int status, String contentType, Duration retryAfter, String body) {
        Response {
            contentType = contentType.toLowerCase(Locale.ROOT);
        }

        boolean isJson() {
            return contentType.startsWith("application/json") || contentType.startsWith(Problem.MEDIA_TYPE);
        }
    }

    /**
     * Sorts what came back.
     *
     * @param me whether a problem's instance names this device
     * @param isComplete whether all fields that an answer must have are there
     */
    static <T> Reply<T> sort(Response response, Predicate<URI> me, Class<T> type, Predicate<T> isComplete) {
        if (response.status() / 100 != 2) {
            return refused(response, me);
        }
        if (!response.isJson()) {
            return new Reply.Silent<>(NoAnswer.NOT_THE_SERVER);
        }
        return WireJson.read(response.body(), type)
                .filter(isComplete)
                .<Reply<T>>map(Reply.Answered::new)
                .orElseGet(() -> new Reply.Silent<>(NoAnswer.GARBLED));
    }

    /**
     * The bytes of a part of a file, where the server sent just that; an empty file has no parts and comes
     * whole.
     */
    static Reply<byte[]> sortPart(int status, String contentType, Duration retryAfter, byte[] body, Predicate<URI> me) {
        boolean part = status == 206 || (status == 200 && body.length == 0);
        if (part && contentType.startsWith("application/x-ndjson")) {
            return new Reply.Answered<>(body);
        }
        if (status / 100 == 2) {
            return new Reply.Silent<>(NoAnswer.NOT_THE_SERVER);
        }
        return refused(new Response(status, contentType, retryAfter, new String(body, UTF_8)), me);
    }

    /** The bytes of a PDF, where the server sent one. */
    static Reply<byte[]> sortDocument(
            int status, String contentType, Duration retryAfter, byte[] body, Predicate<URI> me) {
        if (status == 200 && contentType.startsWith("application/pdf")) {
            return new Reply.Answered<>(body);
        }
        if (status / 100 == 2) {
            return new Reply.Silent<>(NoAnswer.NOT_THE_SERVER);
        }
        return refused(new Response(status, contentType, retryAfter, new String(body, UTF_8)), me);
    }

    private static <T> Reply<T> refused(Response response, Predicate<URI> me) {
        NoAnswer why = aboutThisDevice(response, me).orElseGet(() -> refusal(response));
        return new Reply.Silent<>(
                why, why == NoAnswer.BUSY || why == NoAnswer.BLOCKED ? response.retryAfter() : Duration.ZERO);
    }

    /**
     * Only our own problem that names this very device withdraws or blocks it: no page, no proxy's JSON, no half
     * of it. A blocked one keeps what it has and comes again when it was told to.
     */
    private static Optional<NoAnswer> aboutThisDevice(Response response, Predicate<URI> me) {
        if (response.status() != 403 || !response.contentType().startsWith(Problem.MEDIA_TYPE)) {
            return Optional.empty();
        }
        return WireJson.read(response.body(), Problem.class)
                .filter(problem -> problem.instance() != null && me.test(problem.instance()))
                .flatMap(problem -> aboutThisDevice(problem.type()));
    }

    private static Optional<NoAnswer> aboutThisDevice(@Nullable URI type) {
        if (Problem.DEVICE_REVOKED.equals(type)) {
            return Optional.of(NoAnswer.REVOKED);
        }
        if (Problem.DEVICE_BLOCKED.equals(type)) {
            return Optional.of(NoAnswer.BLOCKED);
        }
        return Problem.DEVICE_WIPED.equals(type) ? Optional.of(NoAnswer.WIPE_ORDERED) : Optional.empty();
    }

    private static NoAnswer refusal(Response response) {
        int status = response.status();
        if (status == 408 || status == 429 || status == 503) {
            return NoAnswer.BUSY;
        }
        if (status / 100 == 5) {
            return NoAnswer.FAULT;
        }
        if (!isProblem(response)) {
            return NoAnswer.NOT_THE_SERVER;
        }
        if (status == 410) {
            return NoAnswer.GONE;
        }
        return status == 401 || status == 403 ? NoAnswer.DENIED : NoAnswer.REJECTED;
    }

    private static boolean isProblem(Response response) {
        return response.status() / 100 == 4
                && response.isJson()
                && WireJson.read(response.body(), Problem.class)
                        .filter(problem -> problem.type() != null)
                        .isPresent();
    }
}
