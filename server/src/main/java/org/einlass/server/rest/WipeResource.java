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
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Role;
import org.einlass.server.device.DeviceService;
import org.einlass.server.rest.filter.AllowedWhenRevoked;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/wipes/{order}/receipt}: a device has destroyed what it was ordered to. */
@Path("/events/{event}/wipes/{order}/receipt")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class WipeResource {
    @Inject
    private DeviceService devices;

    @Inject
    private Caller caller;

    /** Takes a device's receipt, as often as it is sent. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedWhenRevoked
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<WipeState> receipt(
            @PathParam("event") EventId event, @PathParam("order") String id, @Nullable WipeReceipt body) {
        return devices.confirmWipe(event, caller.device(), order(id), RequestBody.present(body));
    }

    private static UUID order(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_WIPE);
        }
    }
}
