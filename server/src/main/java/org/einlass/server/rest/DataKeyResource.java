package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.server.account.Role;
import org.einlass.server.device.DeviceService;

/** {@code /events/{event}/data-key}: the key by which desks, and nobody else, read who is behind a code. */
@Path("/events/{event}/data-key")
@Dependent
public class DataKeyResource {
    @Inject
    private DeviceService devices;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.DESK)
    public CompletionStage<DataKeyGrant> key(@PathParam("event") EventId event) {
        return devices.dataKey(event).thenApply(key -> new DataKeyGrant(key.number(), key.text()));
    }
}
