package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.badge.BadgeLayoutService;
import org.einlass.server.report.badge.LayoutPreflight;
import org.einlass.server.report.badge.LayoutState;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/badge-layouts}: how badges look. */
@Path("/events/{event}/badge-layouts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class BadgeLayoutResource {
    @Inject
    private BadgeLayoutService layouts;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    private static BadgeFormat format(String word) {
        return BadgeFormat.named(word)
                .orElseThrow(() -> Rejected.badValue(
                        new Wording("Dieses Format gibt es nicht.", "There is no such format."), "format"));
    }

    /** The layouts: each format's, and those of categories. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<List<LayoutState>> states(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> layouts.states(event));
    }

    /**
     * What devices print by.
     *
     * @param known digest of what the device has
     */
    @GET
    @Path("/for-devices")
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK})
    public CompletionStage<BadgeLayoutSet> set(
            @PathParam("event") EventId event, @QueryParam("known") @DefaultValue("") String known) {
        return backgroundPool.run(() -> layouts.set(event, known));
    }

    /**
     * A layout as it can be sent back.
     *
     * @param category id of the only category it is for; empty for all
     */
    @GET
    @Path("/{format}")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<String> layout(
            @PathParam("event") EventId event,
            @PathParam("format") String format,
            @QueryParam("category") @DefaultValue("") String category) {
        return backgroundPool.run(() -> layouts.layout(event, format(format), category));
    }

    /** From now on badges look like this. */
    @PUT
    @Path("/{format}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<LayoutState>> put(
            @PathParam("event") EventId event,
            @PathParam("format") String format,
            @QueryParam("category") @DefaultValue("") String category,
            @Nullable String body) {
        String json = RequestBody.present(body);
        return backgroundPool.run(() -> {
            layouts.put(event, format(format), category, json);
            return layouts.states(event);
        });
    }

    /** Badges look as they did before anybody laid them out. */
    @DELETE
    @Path("/{format}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<LayoutState>> remove(
            @PathParam("event") EventId event,
            @PathParam("format") String format,
            @QueryParam("category") @DefaultValue("") String category) {
        return backgroundPool.run(() -> {
            layouts.remove(event, format(format), category);
            return layouts.states(event);
        });
    }

    /** How all names go onto a badge of this format. */
    @GET
    @Path("/{format}/preflight")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<LayoutPreflight> preflight(
            @PathParam("event") EventId event, @PathParam("format") String format) {
        return backgroundPool.run(() -> layouts.preflight(event, format(format)));
    }

    /**
     * A picture of the badge with the longest, a typical or the shortest name.
     *
     * @param name {@code longest}, {@code typical} or {@code shortest}
     */
    @GET
    @Path("/{format}/{name}.png")
    @Produces("image/png")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> preview(
            @PathParam("event") EventId event,
            @PathParam("format") String format,
            @PathParam("name") String name,
            @QueryParam("category") @DefaultValue("") String category) {
        int place = List.of("longest", "typical", "shortest").indexOf(name);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), "badge preview");
            List<byte[]> pictures = layouts.previews(event, format(format), category);
            if (place < 0 || place >= pictures.size()) {
                throw Rejected.badValue(
                        new Wording("Dieses Bild gibt es nicht.", "There is no such picture."),
                        new Wording(
                                "Möglich sind longest, typical und shortest.",
                                "Possible are longest, typical and shortest."),
                        "name");
            }
            return pictures.get(place);
        });
    }
}
