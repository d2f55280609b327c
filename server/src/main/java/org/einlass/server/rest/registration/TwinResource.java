package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.change.TwinPage;
import org.einlass.server.registration.change.TwinService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ExpectedVersion;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/twins}: registrations that may be one person, merged and split by an organiser. */
@Path("/events/{event}/twins")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class TwinResource {
    @Inject
    private TwinService twins;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    @Inject
    private Caller caller;

    /**
     * One page of pairs that may be one person, in the order of their ids.
     *
     * @param after the cursor that the page before named
     * @param most 1 to 500 pairs
     */
    @GET
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<TwinPage> page(
            @PathParam("event") EventId event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("100") int most) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), after);
            return twins.find(event, after, most);
        });
    }

    /**
     * Merges a twin into the registration of the address, to which both codes lead from now on: answers with it.
     * With {@code If-Match} only where it is unchanged.
     */
    @POST
    @Path("/{registration}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> merge(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable Twin body) {
        RegistrationId remaining = RegistrationChangeResource.id(registration);
        Long version = ExpectedVersion.of(seen);
        RegistrationId twin = RequestBody.present(body).id();
        String by = caller.signedIn().name();
        return backgroundPool.run(
                () -> RegistrationChangeResource.answer(twins.merge(event, remaining, twin, version, by)));
    }

    /** The registration of the address, which was merged into another one, stands for itself again: answers with it. */
    @DELETE
    @Path("/{registration}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> split(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId twin = RegistrationChangeResource.id(registration);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> RegistrationChangeResource.answer(twins.split(event, twin, by)));
    }

    /** Which pairs are merged, and of which somebody said that they are two people. */
    @GET
    @Path("/decided")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<TwinPage.Decided> decided(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), "twins");
            return twins.decided(event);
        });
    }

    /** Two registrations that look like one person are two: they are proposed no more. */
    @PUT
    @Path("/{registration}/distinct/{other}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> distinguish(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @PathParam("other") String other) {
        RegistrationId one = RegistrationChangeResource.id(registration);
        RegistrationId another = RegistrationChangeResource.id(other);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> {
            twins.distinguish(event, one, another, by);
            return Response.noContent().build();
        });
    }

    /** They may be one person after all: they are proposed again. */
    @DELETE
    @Path("/{registration}/distinct/{other}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> forget(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @PathParam("other") String other) {
        RegistrationId one = RegistrationChangeResource.id(registration);
        RegistrationId another = RegistrationChangeResource.id(other);
        return backgroundPool.run(() -> {
            twins.forget(event, one, another);
            return Response.noContent().build();
        });
    }

    /** The registration that is to lead to another one. */
    public record Twin(@Nullable String twin) {
        RegistrationId id() {
            if (twin == null) {
                throw Rejected.badValue(new Wording("Der Zwilling fehlt.", "The twin is missing."), "twin");
            }
            return RegistrationChangeResource.id(twin);
        }
    }
}
