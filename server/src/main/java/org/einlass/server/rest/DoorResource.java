package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.server.account.Role;
import org.einlass.server.device.DoorSheetService;
import org.einlass.server.rest.filter.Caller;

/** {@code /events/{event}/doors/{door}}: what a device must know before its first scan. */
@Path("/events/{event}/doors/{door}")
@Dependent
public class DoorResource {
    @Inject
    private DoorSheetService doorSheets;

    @Inject
    private Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<DoorSheet> sheet(@PathParam("event") EventId event, @PathParam("door") DoorId door) {
        caller.checkDoor(door);
        return caller.isDesk()
                ? doorSheets.forDesk(event, door)
                : CompletableFuture.completedStage(doorSheets.forDoor(event, door));
    }
}
