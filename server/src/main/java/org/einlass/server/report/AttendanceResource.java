package org.einlass.server.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceCsv;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.Languages;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;
import org.jdbi.v3.core.Handle;

/** {@code /events/{event}/reports}: who came, counted from outcomes at this moment. */
@Path("/events/{event}/reports")
@Dependent
public class AttendanceResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private Store store;

    @Inject
    private Renderers renderers;

    @Inject
    private Clock clock;

    @Inject
    private BackgroundPool backgroundPool;

    @GET
    @Path("/attendance.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> pdf(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(
                () -> renderers.attendance().pages(attendance(event, locale)).pdf());
    }

    @GET
    @Path("/attendance.csv")
    @Produces(CSV)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> csv(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> AttendanceCsv.of(attendance(event, locale)));
    }

    private Attendance attendance(EventId event, Locale locale) {
        return store.read(handle -> count(handle, event, locale));
    }

    private Attendance count(Handle handle, EventId event, Locale locale) {
        EventDocument document =
                EventTable.document(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        return AttendanceCount.of(
                document,
                AttendanceQueries.guests(handle, event),
                AttendanceQueries.facts(handle, event),
                locale,
                clock.instant());
    }
}
