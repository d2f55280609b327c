package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventService;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}}: an event as its organiser writes it. */
@Path("/events/{event}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    @Inject
    private EventService events;

    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public EventDocument read(@PathParam("event") EventId event) {
        return events.read(event);
    }

    /** Creates or changes the event, as a whole or not at all. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<EventDocument> put(@PathParam("event") EventId event, @Nullable EventDocument body) {
        return events.put(event, RequestBody.present(body));
    }
}
