package org.einlass.server.rest.limit;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;

/**
 * How many requests of one sender are answered at a time: what a device writes waits before the writer in a
 * queue of its own, and of the files of rosters each device fetches one part at a time.
 */
final class RequestTurns {
    /** How many requests of one device may wait to be written. */
    static final int WRITES_OF_DEVICE = 8;

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Pattern WRITES = Pattern.compile("/api/v1/events/[^/]+/(scans|journal|heartbeat)/?");
    private static final Pattern ROSTER = Pattern.compile("/api/v1/events/[^/]+/roster/(?!changes/?$)[^/]+/?");

    private final RequestsInFlight writes = new RequestsInFlight(WRITES_OF_DEVICE, Integer.MAX_VALUE);
    private final RequestsInFlight rosterParts;

    /** @param rosterParts how many parts of rosters may be on their way, to all devices together */
    RequestTurns(int rosterParts) {
        this.rosterParts = new RequestsInFlight(1, rosterParts);
    }

    /** A request begins. @return why it may not, where it may not */
    Optional<ProblemException> begin(HttpServerExchange exchange, RequestSender sender) {
        String path = exchange.getRelativePath();
        if (sender.isDevice() && WRITES.matcher(path).matches()) {
            return begin(writes, exchange, sender, ProblemKind.DEVICE_BUSY);
        }
        if (sender.isDevice() && ROSTER.matcher(path).matches()) {
            return begin(rosterParts, exchange, sender, ProblemKind.OVERLOADED);
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> begin(
            RequestsInFlight requests, HttpServerExchange exchange, RequestSender sender, ProblemKind kind) {
        Optional<Runnable> end = requests.begin(sender.key());
        end.ifPresent(ending -> ExchangeEnd.of(exchange, ending));
        return end.isPresent()
                ? Optional.empty()
                : Optional.of(ProblemException.of(kind).again(AGAIN));
    }
}
