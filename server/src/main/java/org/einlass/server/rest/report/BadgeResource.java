package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.badge.BadgeRun;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.badge.BadgeRunRequest;
import org.einlass.server.report.badge.BadgeRunResult;
import org.einlass.server.report.badge.BadgeRunService;
import org.einlass.server.report.badge.BoxLoad;
import org.einlass.server.report.sign.SignRequest;
import org.einlass.server.report.sign.SignService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/badges}: badges that are printed before their people come, their boxes and signs. */
@Path("/events/{event}/badges")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class BadgeResource {
    private static final String PDF = "application/pdf";

    @Inject
    private BadgeRunService runs;

    @Inject
    private SignService signs;

    @Inject
    private AuditService audit;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** Into how many boxes names are to be divided. */
    public record Division(int boxes) {}

    /** How many sheets the list had that somebody pulled by; all of the boxes where they were emptied. */
    public record Pulled(@Nullable Integer sheets, @Nullable Boolean all) {}

    /** Whose badges are to be printed; all fields may be absent. */
    public record Wanted(
            @Nullable String format,
            @Nullable String category,
            @Nullable String organisation,
            @Nullable Boolean again) {

        BadgeRunRequest request() {
            String word = Objects.requireNonNullElse(format, BadgeFormat.A6.word());
            return new BadgeRunRequest(
                    BadgeFormat.named(word).orElseThrow(BadgeResource::unknownFormat),
                    Objects.requireNonNullElse(category, ""),
                    Objects.requireNonNullElse(organisation, ""),
                    Boolean.TRUE.equals(again));
        }
    }

    private static Rejected unknownFormat() {
        String known = Stream.of(BadgeFormat.values()).map(BadgeFormat::word).collect(Collectors.joining(", "));
        return Rejected.badValue(
                new Wording("Dieses Format gibt es nicht.", "There is no such format."),
                new Wording("Möglich sind: " + known + ".", "Possible are: " + known + "."),
                "format");
    }

    /** The boxes by the names whose badges they hold. */
    @GET
    @Path("/boxes")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<List<BoxLoad>> boxes(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> runs.boxes(event));
    }

    /** Divides names among boxes, so that all have about as many badges. */
    @PUT
    @Path("/boxes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<BoxLoad>> divide(@PathParam("event") EventId event, @Nullable Division body) {
        int boxes = RequestBody.present(body).boxes();
        return backgroundPool.run(() -> runs.divide(event, boxes));
    }

    /** What was printed before, the newest first. */
    @GET
    @Path("/runs")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<List<BadgeRun>> runs(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> runs.runs(event));
    }

    /** Prints what is new or has changed since. */
    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<BadgeRunResult> print(@PathParam("event") EventId event, @Nullable Wanted body) {
        BadgeRunRequest request = RequestBody.present(body).request();
        String who = caller.signedIn().name();
        return backgroundPool.run(() -> runs.print(event, request, who));
    }

    /** The badges of a run, by box and number. */
    @GET
    @Path("/runs/{run}/badges.pdf")
    @Produces(PDF)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> pdf(
            @PathParam("event") EventId event, @PathParam("run") int run, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "badges.pdf");
            return runs.pdf(event, run, locale);
        });
    }

    /** Somebody took out of the boxes what the list of badges to pull names, or everything. */
    @POST
    @Path("/pulled")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Pulled> pulled(@PathParam("event") EventId event, @Nullable Pulled body) {
        Pulled told = RequestBody.present(body);
        boolean all = Boolean.TRUE.equals(told.all());
        Integer sheets = told.sheets();
        if (sheets == null && !all) {
            throw Rejected.badValue(
                    new Wording("Die Zahl der Namensschilder fehlt.", "The number of badges is missing."),
                    new Wording("Bitte angeben, wie viele auf der Liste standen.", "Say how many were on the list."),
                    "sheets");
        }
        int many = sheets == null ? 0 : sheets;
        return backgroundPool.run(() -> new Pulled(all ? runs.emptied(event) : runs.pulled(event, many), all));
    }

    /** Signs as a PDF; what they say is no part of the address. */
    @POST
    @Path("/signs.pdf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(PDF)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> signs(
            @PathParam("event") EventId event, @Nullable SignRequest body, @Context HttpHeaders headers) {
        SignRequest request = RequestBody.present(body);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> signs.pdf(event, request, locale));
    }
}
