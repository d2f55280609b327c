package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.press.PressPublication;
import org.einlass.server.report.press.PressService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/press}: what is published for the press, one publication at a time. */
@Path("/events/{event}/press")
@Dependent
public class PressResource {
    private static final String PDF = "application/pdf";

    @Inject
    private PressService press;

    @Inject
    private AuditService audit;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** The publication that holds, as a list of one; an empty one where nothing is published. */
    @GET
    @Path("/publications")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<List<PressPublication>> current(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> press.current(event).stream().toList());
    }

    /**
     * Publishes the figures of this moment.
     *
     * @param k the smallest cell that is told
     * @param replaces number of the publication that this one replaces; 0 for the first
     */
    @POST
    @Path("/publications")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<PressPublication> publish(
            @PathParam("event") EventId event,
            @QueryParam("k") @DefaultValue("5") int k,
            @QueryParam("replaces") @DefaultValue("0") int replaces) {
        String who = caller.signedIn().name();
        return backgroundPool.run(() -> press.publish(event, k, replaces, who));
    }

    /** The pages that were published. */
    @GET
    @Path("/press.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> pdf(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "press.pdf");
            return press.pdf(event, locale);
        });
    }

    /**
     * What would be published now.
     *
     * @param k the smallest cell that is told
     */
    @GET
    @Path("/preview.pdf")
    @Produces(PDF)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> preview(
            @PathParam("event") EventId event,
            @QueryParam("k") @DefaultValue("5") int k,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "press-preview.pdf");
            return press.preview(event, k, locale);
        });
    }
}
