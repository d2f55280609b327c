package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.server.account.Role;
import org.einlass.server.device.HeartbeatService;
import org.einlass.server.rest.filter.AllowedWhenRevoked;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/heartbeat}: a device says how it is, and hears how it stands; withdrawn ones, too.
 */
@Path("/events/{event}/heartbeat")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HeartbeatResource {
    @Inject
    private HeartbeatService heartbeats;

    @Inject
    private Caller caller;

    @POST
    @AllowedWhenRevoked
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<HeartbeatAnswer> beat(@PathParam("event") EventId event, @Nullable Heartbeat body) {
        Heartbeat heartbeat = RequestBody.present(body);
        return heartbeats.beat(event, caller.device(), caller.signedIn(), heartbeat);
    }
}
