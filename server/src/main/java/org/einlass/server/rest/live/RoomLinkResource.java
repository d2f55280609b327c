package org.einlass.server.rest.live;

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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.live.RoomLink;
import org.einlass.server.live.RoomLinkService;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/room-links}: links by which phones open the page of one room. */
@Path("/events/{event}/room-links")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class RoomLinkResource {
    @Inject
    private RoomLinkService links;

    @Inject
    private Caller caller;

    /**
     * For which room a link is made.
     *
     * @param hours how long it lasts, 1 to 168; 18 where nothing is said
     */
    public record Wanted(@Nullable AreaId area, @Nullable Integer hours) {}

    /** All links, without their secrets. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<RoomLink> all(@PathParam("event") EventId event) {
        return links.all(event);
    }

    /** Makes a link; its secret is told this once, and stands behind the # of {@code /room.xhtml}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<RoomLink.Made> make(@PathParam("event") EventId event, @Nullable Wanted body) {
        Wanted wanted = RequestBody.present(body);
        AreaId area = wanted.area();
        if (area == null) {
            throw ProblemException.of(ProblemKind.BAD_VALUE).at("area");
        }
        Integer hours = wanted.hours();
        Duration lasting = hours == null ? RoomLinkService.USUAL : Duration.ofHours(hours);
        return links.make(event, area, lasting, caller.signedIn().name());
    }

    /** From now on the link opens nothing. */
    @DELETE
    @Path("/{link}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> revoke(@PathParam("event") EventId event, @PathParam("link") String link) {
        return links.revoke(event, link)
                .thenApply(revoked -> Response.noContent().build());
    }
}
