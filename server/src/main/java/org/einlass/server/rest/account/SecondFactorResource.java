package org.einlass.server.rest.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.einlass.server.account.Role;
import org.einlass.server.account.login.SecondFactorService;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /login/second-factor}: whoever is signed in sets up an authenticator app, or does without it again.
 */
@Path("/login/second-factor")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    @Inject
    private SecondFactorService secondFactors;

    @Inject
    private Caller caller;

    /** A code of the app. */
    public record Code(@Nullable String code) {
        String text() {
            return Objects.requireNonNullElse(code, "");
        }
    }

    /** Answers a new secret for the app, this once; it counts when a code of it was confirmed. */
    @POST
    @RolesAllowed(Role.Names.PERSON)
    public SecondFactorService.SetUp begin() {
        return secondFactors.begin(caller.person());
    }

    /** Confirms the new secret by a code of it. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.PERSON)
    public Response confirm(@Nullable Code body) {
        secondFactors.confirm(caller.person(), RequestBody.present(body).text());
        return Response.noContent().build();
    }

    /** Does without a second factor again, by a last code. */
    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.PERSON)
    public Response remove(@Nullable Code body) {
        secondFactors.remove(caller.person(), RequestBody.present(body).text());
        return Response.noContent().build();
    }
}
