package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.OperatorId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.device.helper.HelperBadge;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.device.helper.HelperState;
import org.einlass.server.device.helper.HelperWork;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.HelperBadgePages;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/helpers}: who may open desks and doors for a day, and their badges on paper. */
@Path("/events/{event}/helpers")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ORGANISER)
public class HelperResource {
    @Inject
    private HelperService helpers;

    @Inject
    private HelperBadgePages pages;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * A helper to take in.
     *
     * @param work {@code DESK}, {@code DOOR} or {@code BOTH}
     * @param day on which the badge is good; left out for today or, before the event, its first day
     */
    public record HelperRequest(
            @Nullable String name,
            @Nullable HelperWork work,
            @Nullable LocalDate day) {}

    /** A helper who was taken in, with the badge's code and the PIN. */
    public record MadeBadge(HelperState helper, String card, String pin) {
        @Override
        public String toString() {
            return helper.toString();
        }
    }

    @GET
    public List<HelperState> all(@PathParam("event") EventId event) {
        return helpers.all(event);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<MadeBadge> make(@PathParam("event") EventId event, @Nullable HelperRequest body) {
        HelperRequest helper = RequestBody.present(body);
        String name = Objects.requireNonNullElse(helper.name(), "");
        return helpers.make(event, name, helper.work(), helper.day()).thenApply(HelperResource::told);
    }

    private static MadeBadge told(HelperBadge badge) {
        return new MadeBadge(badge.helper(), badge.card().text(), badge.pin());
    }

    /** Badges and PIN slips to print and cut: of the helper named, or of all. */
    @GET
    @Path("/badges.pdf")
    @Produces("application/pdf")
    public CompletionStage<byte[]> badges(
            @PathParam("event") EventId event,
            @QueryParam("helper") @Nullable String helper,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        List<OperatorId> wanted = helper == null ? List.of() : List.of(id(helper));
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "helpers.pdf");
            return pages.pdf(event, wanted, locale);
        });
    }

    /** Ends a helper's badge. */
    @DELETE
    @Path("/{helper}")
    public CompletionStage<Response> end(@PathParam("event") EventId event, @PathParam("helper") String helper) {
        return helpers.end(event, id(helper))
                .thenApply(ended -> Response.noContent().build());
    }

    private static OperatorId id(String text) {
        try {
            return new OperatorId(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(RejectionReason.UNKNOWN_HELPER);
        }
    }
}
