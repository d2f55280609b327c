package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.feed.SseConnection;
import org.einlass.server.feed.SseConnections;
import org.einlass.server.rest.filter.Caller;

/** {@code /events/{event}/nudges}: says when it is worth while to ask for changes, and nothing more. */
@Path("/events/{event}/nudges")
@Dependent
public class NudgeResource {
    private static final int SCHEME = "Bearer ".length();

    @Inject
    private SseConnections streams;

    @Inject
    private Accounts accounts;

    @Inject
    private Caller caller;

    /**
     * A stream of events called {@code nudge}, with the event's name and the number that its feed has
     * reached, and of comments that show that the line is alive. The first one comes at once, so that whoever
     * comes back has missed nothing.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR, Role.Names.ORGANISER, Role.Names.AUDITOR})
    public void listen(
            @PathParam("event") EventId event,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Token token = new Token(authorization.substring(SCHEME).strip());
        streams.open(event, new Line(token, event, caller.account(), accounts, sink, sse));
    }

    /** What a nudge says. */
    public record Nudge(String event, long number) {}

    /** One request's open answer. */
    private static final class Line implements SseConnection {
        private final Token token;
        private final EventId event;
        private final Optional<Account> opener;
        private final Accounts accounts;
        private final SseEventSink sink;
        private final Sse sse;

        private Line(
                Token token, EventId event, Optional<Account> opener, Accounts accounts, SseEventSink sink, Sse sse) {
            this.token = token;
            this.event = event;
            this.opener = opener;
            this.accounts = accounts;
            this.sink = sink;
            this.sse = sse;
        }

        /** Whatever became of the account, its holder asks again and is told. */
        @Override
        public boolean mayListen() {
            return !sink.isClosed() && accounts.holding(token, event.text()).equals(opener);
        }

        @Override
        public String holder() {
            return token.hash();
        }

        @Override
        public CompletionStage<?> nudge(String event, long number) {
            return sink.send(sse.newEventBuilder()
                    .name("nudge")
                    .id(Long.toString(number))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(Nudge.class, new Nudge(event, number))
                    .build());
        }

        @Override
        public CompletionStage<?> beat() {
            return sink.send(sse.newEventBuilder().comment("alive").build());
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
