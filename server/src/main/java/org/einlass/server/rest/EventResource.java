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
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.EventValidation;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}}: an event as its organiser writes it. */
@Path("/events/{event}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    @Inject
    private Store store;

    @Inject
    private EventChanges changes;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public EventDocument read(@PathParam("event") EventId event) {
        return store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
    }

    /** Creates or changes the event, as a whole or not at all. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<EventDocument> put(@PathParam("event") EventId event, @Nullable EventDocument body) {
        EventDocument document = RequestBody.present(body);
        EventValidation.check(document);
        return store.writeAlone(WriteKey.of(event), transaction -> {
            changes.put(transaction, event, document, clock.instant());
            return EventTable.document(transaction.handle(), event).orElseThrow();
        });
    }
}
