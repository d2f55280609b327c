package org.einlass.server.rest.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/clarifications}: what a person has to clarify, and its settlement. */
@Path("/events/{event}/clarifications")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class ClarificationResource {
    @Inject
    private ClarificationService clarifications;

    @Inject
    private AuditService audit;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** Why a case is held for settled. */
    public record Settlement(@Nullable SettlementReason reason) {}

    /**
     * What nobody has settled, the newest first. Reading it is in the audit trail, except that of desks, which ask by
     * themselves all day.
     *
     * @param after the cursor that the page before named
     * @param most 1 to 100 cases
     */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<Clarification.Page> page(
            @PathParam("event") EventId event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("50") int most) {
        boolean desk = caller.isDesk();
        return backgroundPool.run(() -> {
            if (!desk) {
                audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), "clarifications");
            }
            return clarifications.page(event, after, most);
        });
    }

    /** Holds a case for settled, until new entries open it again. Desks settle by their journal. */
    @POST
    @Path("/{case}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Clarification> settle(
            @PathParam("event") EventId event, @PathParam("case") String id, @Nullable Settlement body) {
        SettlementReason reason = RequestBody.present(body).reason();
        return backgroundPool
                .run(() -> clarifications.settle(event, id, reason))
                .thenCompose(Function.identity());
    }
}
