package org.einlass.server.rest.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.ApiToken;
import org.einlass.server.account.ApiTokenService;
import org.einlass.server.account.Role;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /tokens}: bearer tokens for programs, with a name, a scope and an end. */
@Path("/tokens")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ORGANISER)
public class TokenResource {
    @Inject
    private ApiTokenService tokens;

    /**
     * A token to make.
     *
     * @param name what it is for
     * @param role {@code ORGANISER} or {@code AUDITOR}
     * @param event the only event it may touch; left out for all
     */
    public record NewToken(
            @Nullable String name,
            @Nullable Role role,
            @Nullable EventId event,
            @Nullable Instant expires) {}

    /** A token that was made; {@code secret} is told this once. */
    public record MadeToken(String secret, ApiToken token) {
        @Override
        public String toString() {
            return "token " + token.id();
        }
    }

    @GET
    public List<ApiToken> all() {
        return tokens.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<MadeToken> make(@Nullable NewToken body) {
        NewToken token = RequestBody.present(body);
        String name = Objects.requireNonNullElse(token.name(), "");
        return tokens.make(name, token.role(), token.event(), token.expires())
                .thenApply(made -> new MadeToken(made.secret().secret(), made.token()));
    }

    @DELETE
    @Path("/{token}")
    public CompletionStage<Response> revoke(@PathParam("token") String token) {
        return tokens.revoke(token).thenApply(id -> Response.noContent().build());
    }
}
