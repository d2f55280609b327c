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
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.RawDataExport;
import org.einlass.server.report.ReportService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/reports}: who came, counted from outcomes at this moment. */
@Path("/events/{event}/reports")
@Dependent
public class AttendanceResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private ReportService reports;

    @Inject
    private RawDataExport rawData;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    @GET
    @Path("/attendance.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> pdf(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.pdf");
            return reports.attendancePdf(event, locale);
        });
    }

    @GET
    @Path("/attendance.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> csv(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.csv");
            return reports.attendanceCsv(event, locale);
        });
    }

    @GET
    @Path("/attendance.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> xlsx(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.xlsx");
            return reports.attendanceXlsx(event, locale);
        });
    }

    /**
     * What may be published of it.
     *
     * @param k the smallest cell that is told
     */
    @GET
    @Path("/press.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> press(
            @PathParam("event") EventId event,
            @QueryParam("k") @DefaultValue("5") int k,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "press.pdf");
            return reports.pressPdf(event, k, locale);
        });
    }

    /** The facts from which everything is counted, for people who recompute it. */
    @GET
    @Path("/facts.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> facts(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "facts.csv");
            return rawData.facts(event);
        });
    }

    /** The registrations from which everything is counted, without names. */
    @GET
    @Path("/registrations.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> registrations(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "counted-registrations.csv");
            return rawData.registrations(event);
        });
    }
}
