package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.einlass.server.search.PeopleFound;
import org.einlass.server.search.SearchService;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/registrations/search}: finds people by what is typed; names never stand in an
 * address.
 */
@Path("/events/{event}/registrations/search")
@Dependent
public class SearchResource {
    @Inject
    private AuditService audit;

    @Inject
    private SearchService searchService;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * What is searched.
     *
     * @param most 1 to 20 hits; 20 where it is absent
     */
    public record Query(@Nullable String text, @Nullable Integer most) {}

    /** The likeliest people first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK, Role.Names.AUDITOR})
    public CompletionStage<PeopleFound> search(@PathParam("event") EventId event, @Nullable Query query) {
        Query asked = RequestBody.present(query);
        String text = Objects.requireNonNullElse(asked.text(), "");
        int most = Objects.requireNonNullElse(asked.most(), SearchService.MOST_HITS);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_SEARCHED, event.text(), "");
            return searchService.search(event, text, most);
        });
    }
}
