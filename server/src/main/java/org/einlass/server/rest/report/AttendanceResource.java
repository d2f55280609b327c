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
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.report.RawDataExport;
import org.einlass.server.report.ReportService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.Languages;
import org.jspecify.annotations.Nullable;

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
    private Clock clock;

    @Inject
    private AuditService audit;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    @GET
    @Path("/attendance.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<byte[]> pdf(
            @PathParam("event") EventId event,
            @QueryParam("earlier") @DefaultValue("") String earlier,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        EventId compared = earlier(earlier);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.pdf");
            return reports.attendancePdf(event, compared, locale);
        });
    }

    @GET
    @Path("/attendance.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> csv(
            @PathParam("event") EventId event,
            @QueryParam("earlier") @DefaultValue("") String earlier,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        EventId compared = earlier(earlier);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.csv");
            return reports.attendanceCsv(event, compared, locale);
        });
    }

    @GET
    @Path("/attendance.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> xlsx(
            @PathParam("event") EventId event,
            @QueryParam("earlier") @DefaultValue("") String earlier,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        EventId compared = earlier(earlier);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "attendance.xlsx");
            return reports.attendanceXlsx(event, compared, locale);
        });
    }

    /** An event that whoever asks may read, too; absent for an empty text. */
    private @Nullable EventId earlier(String text) {
        if (text.isEmpty()) {
            return null;
        }
        EventId earlier = id(text);
        caller.checkMayReadNumbers(earlier);
        return earlier;
    }

    private static EventId id(String text) {
        try {
            return new EventId(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
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

    /** The report as CSV and everything it is counted from, of one moment, without names. */
    @GET
    @Path("/raw.zip")
    @Produces("application/zip")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<InputStream> raw(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "raw.zip");
            return rawData.all(event, locale, clock.instant());
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
