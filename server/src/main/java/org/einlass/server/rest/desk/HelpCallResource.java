package org.einlass.server.rest.desk;

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
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/help-calls}: kiosks and doors call somebody, desks and organisers say that they come. */
@Path("/events/{event}/help-calls")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class HelpCallResource {
    @Inject
    private HelpCallService calls;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** The call of the device that asks; said again, nothing changes, and the answer tells who comes. */
    @PUT
    @Path("/own")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DOOR, Role.Names.DESK})
    public CompletionStage<HelpCall> report(@PathParam("event") EventId event, @Nullable HelpReport body) {
        return calls.report(event, caller.device(), RequestBody.present(body));
    }

    /** All calls that nobody has ended. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<HelpCall.Open> open(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> calls.open(event));
    }

    /** Somebody comes; whoever said so first is named. */
    @POST
    @Path("/{call}/acknowledgement")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<HelpCall> acknowledge(@PathParam("event") EventId event, @PathParam("call") String call) {
        return calls.acknowledge(event, id(call), caller.signedIn().device());
    }

    /** Somebody has come, and nobody is needed any more. */
    @POST
    @Path("/{call}/end")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<HelpCall> end(@PathParam("event") EventId event, @PathParam("call") String call) {
        return calls.end(event, id(call));
    }

    private static EntryId id(String call) {
        try {
            return EntryId.of(call);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_ENTRY);
        }
    }
}
