package org.einlass.server.rest.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.einlass.server.search.GuestSearchService;
import org.einlass.server.search.SearchService;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/desk-search}: a desk whose own roster is old or not there finds guests by what is typed;
 * names never stand in an address.
 */
@Path("/events/{event}/desk-search")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuestSearchResource {
    @Inject
    private GuestSearchService guestSearches;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /** The likeliest guests first, each with the badge that checks it in. */
    @POST
    @RolesAllowed(Role.Names.DESK)
    public CompletionStage<FoundGuests> search(@PathParam("event") EventId event, FoundGuests.@Nullable Query query) {
        FoundGuests.Query asked = RequestBody.present(query);
        String text = Objects.requireNonNullElse(asked.text(), "");
        int most = Objects.requireNonNullElse(asked.most(), SearchService.MOST_HITS);
        return backgroundPool.run(() -> {
            audit.readsWhileTyping(AuditAction.REGISTRATIONS_SEARCHED, event.text());
            return guestSearches.search(event, text, most);
        });
    }
}
