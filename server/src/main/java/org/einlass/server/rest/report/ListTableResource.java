package org.einlass.server.rest.report;

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
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/lists}: the printed lists as tables for spreadsheets, for organisers and auditors. */
@Path("/events/{event}/lists")
@Dependent
public class ListTableResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private PrintedListService lists;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /** Who may still be inside. */
    @GET
    @Path("/evacuation.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> evacuationCsv(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "evacuation.csv", lists::csv, () -> lists.evacuation(event, locale));
    }

    /** Who may still be inside. */
    @GET
    @Path("/evacuation.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> evacuationXlsx(
            @PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "evacuation.xlsx", lists::xlsx, () -> lists.evacuation(event, locale));
    }

    /** A sheet to count rooms on. */
    @GET
    @Path("/rooms.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> roomsCsv(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate wanted = PrintedListResource.day(day);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "rooms.csv", lists::csv, () -> lists.rooms(event, wanted, locale));
    }

    /** A sheet to count rooms on. */
    @GET
    @Path("/rooms.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> roomsXlsx(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate wanted = PrintedListResource.day(day);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "rooms.xlsx", lists::xlsx, () -> lists.rooms(event, wanted, locale));
    }

    /** Printed badges whose bearers no longer come. */
    @GET
    @Path("/badges-to-pull.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> badgesToPullCsv(
            @PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "badges-to-pull.csv", lists::csv, () -> lists.badgesToPull(event, locale));
    }

    /** Printed badges whose bearers no longer come. */
    @GET
    @Path("/badges-to-pull.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> badgesToPullXlsx(
            @PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "badges-to-pull.xlsx", lists::xlsx, () -> lists.badgesToPull(event, locale));
    }

    /** What staff did on a day, and what is still to be clarified. */
    @GET
    @Path("/desk-protocol.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> deskProtocolCsv(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate wanted = PrintedListResource.day(day);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "desk-protocol.csv", lists::csv, () -> lists.deskProtocol(event, wanted, locale));
    }

    /** What staff did on a day, and what is still to be clarified. */
    @GET
    @Path("/desk-protocol.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> deskProtocolXlsx(
            @PathParam("event") EventId event,
            @QueryParam("day") @DefaultValue("") String day,
            @Context HttpHeaders headers) {
        LocalDate wanted = PrintedListResource.day(day);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "desk-protocol.xlsx", lists::xlsx, () -> lists.deskProtocol(event, wanted, locale));
    }

    /** What the hand-out points gave, and what of it is still out. */
    @GET
    @Path("/hand-outs.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> handOutsCsv(
            @PathParam("event") EventId event,
            @QueryParam("out") @DefaultValue("false") boolean out,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "hand-outs.csv", lists::csv, () -> lists.handOuts(event, out, locale));
    }

    /** What the hand-out points gave, and what of it is still out. */
    @GET
    @Path("/hand-outs.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> handOutsXlsx(
            @PathParam("event") EventId event,
            @QueryParam("out") @DefaultValue("false") boolean out,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return file(event, "hand-outs.xlsx", lists::xlsx, () -> lists.handOuts(event, out, locale));
    }

    private CompletionStage<InputStream> file(
            EventId event, String name, Function<PrintedList, InputStream> format, Supplier<PrintedList> list) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), name);
            return format.apply(list.get());
        });
    }
}
