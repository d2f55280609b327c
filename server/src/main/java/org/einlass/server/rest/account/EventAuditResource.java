package org.einlass.server.rest.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditPage;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;

/** {@code /events/{event}/audit}: who did what when in one event, the newest first, page by page. */
@Path("/events/{event}/audit")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
public class EventAuditResource {
    @Inject
    private AuditService audit;

    /** What concerns one event. */
    @GET
    public AuditPage ofEvent(
            @PathParam("event") EventId event,
            @QueryParam("author") @DefaultValue("") String author,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("from") @DefaultValue(AuditResource.BEGINNING) String from,
            @QueryParam("until") @DefaultValue(AuditResource.END) String until,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("100") int most) {
        AuditQuery query = AuditQuery.of(event.text()).with(author, action, subject);
        return audit.page(
                query.between(AuditResource.moment(from, "from"), AuditResource.moment(until, "until"))
                        .after(after),
                most);
    }
}
