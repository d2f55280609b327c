package org.einlass.server.rest.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.live.ClosingService;
import org.einlass.server.live.ClosingState;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/closing}: an event's phase and its end, step by step. */
@Path("/events/{event}/closing")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {
    @Inject
    private ClosingService closing;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** Which phase begins. */
    public record NextPhase(@Nullable Phase phase) {}

    /** How far it is, what is not reached by name, and the frozen figures with what came later. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<ClosingState> read(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> closing.read(event));
    }

    /** Keeps the figures of this moment. */
    @POST
    @Path("/figures")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<ClosingState> freeze(@PathParam("event") EventId event) {
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> {
            closing.freeze(event, by).toCompletableFuture().join();
            return closing.read(event);
        });
    }

    /** Rehearsal, live or closed; deletes nothing. */
    @PUT
    @Path("/phase")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<NextPhase> phase(@PathParam("event") EventId event, @Nullable NextPhase body) {
        return closing.change(event, RequestBody.present(body).phase()).thenApply(NextPhase::new);
    }
}
