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
import org.einlass.contract.wire.RoomSheet;
import org.einlass.server.account.Role;
import org.einlass.server.device.DoorSheetService;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.scan.RoomService;

/** {@code /events/{event}/doors}: what a device must know of its doors before its first scan. */
@Path("/events/{event}/doors")
@Dependent
public class DoorResource {
    @Inject
    private DoorSheetService doorSheets;

    @Inject
    private RoomService rooms;

    @Inject
    private Caller caller;

    /** The doors that the device is assigned to; none where it is assigned to no door in particular. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.DOOR)
    public DoorSheet.Assigned assigned(@PathParam("event") EventId event) {
        return doorSheets.withRooms(event, caller.signedIn().doors());
    }

    @GET
    @Path("/{door}/head-count")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.DESK, Role.Names.DOOR})
    public RoomSheet.Count headCount(@PathParam("event") EventId event, @PathParam("door") DoorId door) {
        caller.checkDoor(door);
        return rooms.headCount(event, door);
    }

    @GET
    @Path("/{door}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<DoorSheet> sheet(@PathParam("event") EventId event, @PathParam("door") DoorId door) {
        caller.checkDoor(door);
        if (caller.isDesk()) {
            return doorSheets.forDesk(event, door, caller.device());
        }
        return caller.isDoor()
                ? CompletableFuture.completedStage(doorSheets.withRoom(event, door))
                : doorSheets.forKiosk(event, door);
    }
}
