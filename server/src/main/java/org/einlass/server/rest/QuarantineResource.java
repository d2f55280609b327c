package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.journal.DeviceExclusion;
import org.einlass.server.journal.JournalService;
import org.einlass.server.journal.QuarantinePage;
import org.einlass.server.journal.QuarantineService;
import org.einlass.server.journal.QuarantinedEntry;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/quarantine} and {@code /exclusions}: what devices reported and what does not count.
 */
@Path("/events/{event}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {
    @Inject
    private QuarantineService quarantine;

    @Inject
    private JournalService journal;

    @Inject
    private Caller caller;

    /** Why an organiser decides so, in their own words. */
    public record DecisionReason(@Nullable String reason) {}

    /** From when on nothing counts that the device wrote. */
    public record ExclusionStart(@Nullable Instant from) {}

    /**
     * Entries that became no fact, page by page.
     *
     * @param decided whether those are asked for about which somebody has decided
     * @param after the cursor that the page before named
     * @param most 1 to 500 entries
     */
    @GET
    @Path("/quarantine")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public QuarantinePage page(
            @PathParam("event") EventId event,
            @QueryParam("decided") @DefaultValue("false") boolean decided,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("100") int most) {
        return quarantine.page(event, decided, after, most);
    }

    /** Makes an entry a fact, whatever its device may write. */
    @POST
    @Path("/quarantine/{device}/{content}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<QuarantinedEntry> release(
            @PathParam("event") EventId event,
            @PathParam("device") DeviceId device,
            @PathParam("content") String content,
            @Nullable DecisionReason body) {
        return quarantine.release(
                event, device, content, RequestBody.present(body).reason(), who());
    }

    /** Decides that an entry never counts. */
    @POST
    @Path("/quarantine/{device}/{content}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<QuarantinedEntry> dismiss(
            @PathParam("event") EventId event,
            @PathParam("device") DeviceId device,
            @PathParam("content") String content,
            @Nullable DecisionReason body) {
        return quarantine.dismiss(
                event, device, content, RequestBody.present(body).reason(), who());
    }

    /** The devices of which facts are excluded. */
    @GET
    @Path("/exclusions")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<DeviceExclusion> exclusions(@PathParam("event") EventId event) {
        return journal.exclusions(event);
    }

    /** Excludes all facts of a device from a moment on; another moment replaces the first. */
    @PUT
    @Path("/exclusions/{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<DeviceExclusion> exclude(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device, @Nullable ExclusionStart body) {
        Instant from = RequestBody.present(body).from();
        if (from == null) {
            throw ProblemException.of(ProblemKind.BAD_VALUE).at("from");
        }
        return journal.exclude(event, device, from, who());
    }

    /** Lets all facts of a device count again. */
    @DELETE
    @Path("/exclusions/{device}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> include(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return journal.include(event, device)
                .thenApply(included -> Response.noContent().build());
    }

    private String who() {
        return caller.signedIn().name();
    }
}
