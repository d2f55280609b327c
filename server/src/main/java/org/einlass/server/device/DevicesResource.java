package org.einlass.server.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;

/** {@code /events/{event}/devices}: all devices of an event, and how they are. */
@Path("/events/{event}/devices")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {
    @Inject
    private Store store;

    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<DeviceState> all(@PathParam("event") EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return DeviceTable.states(handle, event);
        });
    }
}
