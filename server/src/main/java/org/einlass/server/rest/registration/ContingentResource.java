package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.registration.contingent.Contingent;
import org.einlass.server.registration.contingent.ContingentService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/contingents}: how many places organisations were given, and role badges. */
@Path("/events/{event}/contingents")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class ContingentResource {
    @Inject
    private ContingentService contingents;

    @Inject
    private BackgroundPool backgroundPool;

    /** All, with how many places are taken, free, or held without a name. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<List<Contingent.Use>> all(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> contingents.all(event));
    }

    /** Gives an organisation so many places of a category, in place of what it had. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Contingent.Use> put(@PathParam("event") EventId event, @Nullable NewContingent body) {
        Contingent wanted = RequestBody.present(body).contingent();
        return backgroundPool.run(() -> contingents.put(event, wanted));
    }

    /** Forgets a contingent; whoever holds one of its places keeps it. */
    @DELETE
    @Path("/{contingent}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> remove(
            @PathParam("event") EventId event, @PathParam("contingent") String contingent) {
        return backgroundPool.run(() -> {
            contingents.remove(event, contingent);
            return Response.noContent().build();
        });
    }

    /** Holds the free places by registrations without a name, whose badges can be printed; answers which. */
    @POST
    @Path("/{contingent}/places")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Held> hold(@PathParam("event") EventId event, @PathParam("contingent") String contingent) {
        return backgroundPool.run(() -> new Held(contingents.hold(event, contingent).stream()
                .map(RegistrationId::toString)
                .toList()));
    }

    /** Registrations that were made. */
    public record Held(List<String> registrations) {

        public Held {
            registrations = List.copyOf(registrations);
        }
    }

    /**
     * How many places are to be given.
     *
     * @param organisation may be missing beside a role
     * @param role what badges show with a number instead of names; missing where people are named
     */
    public record NewContingent(
            @Nullable String organisation,
            @Nullable CategoryId category,
            @Nullable String role,
            @Nullable Integer places) {

        Contingent contingent() {
            if (category == null) {
                throw Rejected.badValue(new Wording("Die Kategorie fehlt.", "The category is missing."), "category");
            }
            return new Contingent(
                    "",
                    Objects.requireNonNullElse(organisation, ""),
                    category,
                    Objects.requireNonNullElse(role, ""),
                    Objects.requireNonNullElse(places, 0));
        }
    }
}
