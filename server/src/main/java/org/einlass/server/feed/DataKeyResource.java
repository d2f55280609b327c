package org.einlass.server.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;

/** {@code /events/{event}/data-key}: the key by which desks, and nobody else, read who is behind a code. */
@Path("/events/{event}/data-key")
@Dependent
public class DataKeyResource {
    @Inject
    private Store store;

    @Inject
    private DataKeys keys;

    @Inject
    private Clock clock;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.DESK)
    public CompletionStage<Response> key(@PathParam("event") EventId event) {
        return store.write(WriteKey.of(event), transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            DataKey key = keys.ensure(transaction.handle(), event, clock.instant());
            return Response.ok(new DataKeyGrant(key.number(), key.text()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }
}
