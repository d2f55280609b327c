package org.einlass.server.rest.registration;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.ExportService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/exports}: all tickets, and registrations as tables. */
@Path("/events/{event}/exports")
@Dependent
public class ExportResource {
    private static final String PHONE = "phone";

    @Inject
    private AuditService audit;

    @Inject
    private ExportService exports;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * A ticket and a calendar file for each who may come, and a CSV for mail merge.
     *
     * @param size {@code a4} or {@code phone}
     */
    @GET
    @Path("/tickets.zip")
    @Produces("application/zip")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> zip(
            @PathParam("event") EventId event,
            @QueryParam("size") @DefaultValue("a4") String size,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "tickets.zip", () -> exports.ticketsZip(event, paper(size), locale));
    }

    /** The same for up to 500 of them; whoever may not come is left out. */
    @POST
    @Path("/tickets.zip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> zipOf(
            @PathParam("event") EventId event, @Context HttpHeaders headers, @Nullable Tickets body) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        Tickets asked = RequestBody.present(body);
        Set<RegistrationId> some = BulkChangeResource.ids(asked.registrations());
        TicketSize size = paper(Objects.requireNonNullElse(asked.size(), "a4"));
        return file(event, "tickets.zip", () -> exports.ticketsZip(event, some, size, locale));
    }

    /**
     * Whose tickets are wanted.
     *
     * @param size {@code a4} or {@code phone}; missing for A4
     */
    public record Tickets(
            @Nullable List<String> registrations, @Nullable String size) {}

    /** All tickets in the order of names as one document. */
    @GET
    @Path("/tickets.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> pdf(
            @PathParam("event") EventId event,
            @QueryParam("size") @DefaultValue("a4") String size,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "tickets.pdf", () -> exports.ticketsPdf(event, paper(size), locale));
    }

    /** All registrations, under headings that an import reads again. */
    @GET
    @Path("/registrations.csv")
    @Produces("text/csv")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> csv(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "registrations.csv", () -> exports.csv(event, locale));
    }

    /** The same as XLSX. */
    @GET
    @Path("/registrations.xlsx")
    @Produces(ImportResource.XLSX)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> xlsx(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "registrations.xlsx", () -> exports.xlsx(event, locale));
    }

    private CompletionStage<Response> file(EventId event, String name, Supplier<Object> content) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), name);
            return Response.ok(content.get())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .build();
        });
    }

    private static TicketSize paper(String size) {
        return size.equals(PHONE) ? TicketSize.PHONE : TicketSize.A4;
    }
}
