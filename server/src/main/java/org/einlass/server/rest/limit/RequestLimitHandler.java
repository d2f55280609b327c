package org.einlass.server.rest.limit;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.Token;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * What each request passes first, on the I/O thread: who may it be from, does that one come too often, and is
 * its body short and quick enough. A body is waited for here, by no thread.
 */
final class RequestLimitHandler implements HttpHandler {
    /** How long a sender that was too slow may take to hear of it. */
    private static final Duration HEARD = Duration.ofSeconds(1);

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final String EVERYBODY = "";

    private final HttpHandler next;
    private final ServletContext context;
    private final LimitSettings limits;
    private final OpenBodies bodies;
    private final RequestTurns turns;
    private final InterfaceDocument description = new InterfaceDocument();
    private final RequestRate known;
    private final RequestRate unknown;
    private final RequestRate allUnknown;
    private final RequestRate strangers;
    private final RequestRate pagesOfStrangers;

    RequestLimitHandler(HttpHandler next, ServletContext context, LimitSettings limits) {
        this.next = next;
        this.context = context;
        this.limits = limits;
        this.bodies = new OpenBodies(limits.bodies());
        this.turns = new RequestTurns(limits.rosterParts());
        this.known = new RequestRate(limits.perSecond(), limits.burst(), System::nanoTime);
        this.unknown = new RequestRate(limits.unknownPerSecond(), 20 * limits.unknownPerSecond(), System::nanoTime);
        this.allUnknown =
                new RequestRate(100 * limits.unknownPerSecond(), 200 * limits.unknownPerSecond(), System::nanoTime);
        this.strangers =
                new RequestRate(limits.strangersPerSecond(), 20 * limits.strangersPerSecond(), System::nanoTime);
        this.pagesOfStrangers =
                new RequestRate(limits.strangersPages(), 120 * limits.strangersPages(), System::nanoTime);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!hasReadableCookies(exchange)) {
            refuse(exchange, ProblemException.of(ProblemKind.UNREADABLE_REQUEST), limits.body());
            return;
        }
        RequestSender sender = sender(exchange);
        Duration pause = pause(sender, exchange.getRelativePath());
        if (!pause.isZero()) {
            refuse(exchange, ProblemException.of(ProblemKind.OVERLOADED).again(pause), limits.body());
        } else if (exchange.isRequestComplete()) {
            proceed(exchange, sender);
        } else {
            takeBody(exchange, sender);
        }
    }

    /** The container reads them late, and fails where there are more than it takes. */
    private static boolean hasReadableCookies(HttpServerExchange exchange) {
        try {
            exchange.getRequestCookie(Secrets.COOKIE);
            return true;
        } catch (IllegalStateException tooMany) {
            return false;
        }
    }

    /** Whatever is wanted of the sender has come. */
    private void proceed(HttpServerExchange exchange, RequestSender sender) throws Exception {
        Optional<ProblemException> refused = turns.begin(exchange, sender);
        if (refused.isPresent()) {
            EarlyProblem.answer(exchange, refused.get());
            return;
        }
        if (InterfaceDocument.isAsked(exchange)) {
            description.answer(exchange, sender);
            return;
        }
        next.handleRequest(exchange);
    }

    /** A known sender never waits for what others send from the same address. */
    private Duration pause(RequestSender sender, String path) {
        if (sender.isKnown()) {
            return known.take(sender.key());
        }
        if (!sender.claims()) {
            Duration pause = strangers.take(sender.key());
            return pause.isZero() && isPage(path) ? pagesOfStrangers.take(sender.key()) : pause;
        }
        Duration own = unknown.take(sender.key());
        return own.isZero() ? allUnknown.take(EVERYBODY) : own;
    }

    /** Each page that a stranger opens is drawn anew, which takes longer than to answer a request. */
    private static boolean isPage(String path) {
        return path.equals("/") || path.endsWith(".xhtml");
    }

    private void takeBody(HttpServerExchange exchange, RequestSender sender) throws Exception {
        String path = exchange.getRelativePath();
        BodyRule rule = BodyRule.of(sender, exchange.getRequestMethod().toString(), path);
        if (exchange.getRequestContentLength() > rule.most()) {
            refuse(exchange, RequestBody.tooLarge(rule.most()), limits.body());
            return;
        }
        Optional<OpenBodies.Body> begun = bodies.begin(sender);
        if (begun.isEmpty()) {
            refuse(exchange, ProblemException.of(ProblemKind.OVERLOADED).again(AGAIN), limits.body());
            return;
        }
        OpenBodies.Body body = begun.get();
        ExchangeEnd.of(exchange, body::close);
        if (!rule.inMemory()) {
            endLater(exchange, body);
            next.handleRequest(exchange);
            return;
        }
        new BodyReader(exchange, body, rule.most(), new Waiting(exchange, sender, body, rule)).start();
    }

    /** A file is read by a thread of its own, but not for ever. */
    private void endLater(HttpServerExchange exchange, OpenBodies.Body body) {
        XnioExecutor.Key timer = after(exchange, limits.file(), () -> {
            if (!exchange.isRequestComplete()) {
                IoUtils.safeClose(exchange.getConnection());
            }
            body.finished();
        });
        ExchangeEnd.of(exchange, timer::remove);
    }

    private static XnioExecutor.Key after(HttpServerExchange exchange, Duration time, Runnable work) {
        return exchange.getIoThread().executeAfter(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void refuse(HttpServerExchange exchange, ProblemException why, Duration linger) {
        EarlyProblem.answerBeforeItsEnd(exchange, why, linger);
    }

    private RequestSender sender(HttpServerExchange exchange) {
        @Nullable KnownTokens tokens = (KnownTokens) context.getAttribute(KnownTokens.class.getName());
        Optional<Token> token = Secrets.token(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
        Optional<Token> shown = token.or(() -> Secrets.cookie(exchange.getRequestCookie(Secrets.COOKIE)));
        if (tokens != null && shown.isPresent()) {
            String hash = shown.get().hash();
            Optional<KnownTokens.Holder> holder = tokens.holder(hash);
            if (holder.isPresent()) {
                return RequestSender.known(hash, holder.get());
            }
        }
        return RequestSender.stranger(exchange.getSourceAddress().getAddress(), token.isPresent());
    }

    /** A request that waits for its body. */
    private final class Waiting implements BodyReader.Outcome {
        private final HttpServerExchange exchange;
        private final RequestSender sender;
        private final OpenBodies.Body body;
        private final BodyRule rule;
        private XnioExecutor.@Nullable Key deadline;

        private Waiting(HttpServerExchange exchange, RequestSender sender, OpenBodies.Body body, BodyRule rule) {
            this.exchange = exchange;
            this.sender = sender;
            this.body = body;
            this.rule = rule;
        }

        @Override
        public void waiting() {
            deadline = after(exchange, limits.body(), this::tooSlow);
        }

        private void inTime() {
            XnioExecutor.Key timer = deadline;
            if (timer != null) {
                timer.remove();
            }
        }

        @Override
        public void whole(boolean later) throws Exception {
            inTime();
            body.finished();
            if (later) {
                Connectors.executeRootHandler(whole -> proceed(whole, sender), exchange);
            } else {
                proceed(exchange, sender);
            }
        }

        @Override
        public void tooLarge() {
            inTime();
            refuse(exchange, RequestBody.tooLarge(rule.most()), limits.body());
        }

        @Override
        public void noRoom() {
            inTime();
            refuse(exchange, ProblemException.of(ProblemKind.OVERLOADED).again(AGAIN), limits.body());
        }

        @Override
        public void broken() {
            inTime();
            body.close();
            IoUtils.safeClose(exchange.getConnection());
        }

        private void tooSlow() {
            refuse(exchange, ProblemException.of(ProblemKind.TOO_SLOW), HEARD);
        }
    }
}
