package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.ReportService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;

/** {@code /events/{event}/registrations/{registration}/ticket.pdf}: what an attendee brings along. */
@Path("/events/{event}/registrations/{registration}/ticket.pdf")
@Dependent
public class TicketResource {
    private static final String PHONE = "phone";

    @Inject
    private ReportService reports;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * The ticket with the newest valid ticket code.
     *
     * @param size {@code a4}, or {@code phone} for a narrow page
     */
    @GET
    @Produces("application/pdf")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> ticket(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @QueryParam("size") @DefaultValue("a4") String size,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        RegistrationId id = id(registration);
        TicketSize paper = size.equals(PHONE) ? TicketSize.PHONE : TicketSize.A4;
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.TICKET_READ, event.text(), id.toString());
            return reports.ticket(event, id, paper, locale);
        });
    }

    private static RegistrationId id(String text) {
        try {
            return RegistrationId.of(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_REGISTRATION);
        }
    }
}
