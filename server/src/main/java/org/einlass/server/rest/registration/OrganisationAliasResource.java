package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.registration.organisation.OrganisationAlias;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/organisation-aliases}: "MI" and "Min. d. Innern" are counted as one organisation. */
@Path("/events/{event}/organisation-aliases")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationAliasResource {
    @Inject
    private OrganisationAliasService aliases;

    @Inject
    private BackgroundPool backgroundPool;

    /** What was reviewed, and what the lists suggest. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<OrganisationAliasService.Aliases> all(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> aliases.all(event));
    }

    /** Figures count one spelling as another organisation from now on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<OrganisationAlias> put(@PathParam("event") EventId event, @Nullable NewAlias body) {
        NewAlias asked = RequestBody.present(body);
        return backgroundPool.run(() -> aliases.put(
                event,
                Objects.requireNonNullElse(asked.spelling(), ""),
                Objects.requireNonNullElse(asked.organisation(), "")));
    }

    /** The spelling counts as itself again. */
    @DELETE
    @Path("/{alias}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> remove(@PathParam("event") EventId event, @PathParam("alias") String alias) {
        return backgroundPool.run(() -> {
            aliases.remove(event, alias);
            return Response.noContent().build();
        });
    }

    /** A spelling, and the organisation that it stands for. */
    public record NewAlias(
            @Nullable String spelling, @Nullable String organisation) {}
}
